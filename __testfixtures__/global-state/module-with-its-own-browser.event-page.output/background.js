import { add, stateRestored } from './store.js';

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  add(tab.id);
});
