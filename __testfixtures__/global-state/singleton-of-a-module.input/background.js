import { getStore } from './store.js';

chrome.tabs.onCreated.addListener((tab) => {
  getStore().add(tab.id, tab.title);
});

chrome.tabs.onRemoved.addListener((id) => {
  const store = getStore();
  store.remove(id);
});

chrome.runtime.onMessage.addListener((id, sender, reply) => {
  reply([getStore().size, getStore().titles[id]]);
});
