import { getStore } from './store.js';

chrome.tabs.onCreated.addListener(() => getStore().add());
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply(getStore().count);
});
