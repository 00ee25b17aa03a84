import { getStore, stateRestored } from './store.js';

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  getStore().add(tab.id, tab.title);
});

chrome.tabs.onRemoved.addListener(async (id) => {
  const store = getStore();
  await stateRestored;
  store.remove(id);
});

chrome.runtime.onMessage.addListener((id, sender, reply) => {
  stateRestored.then(() => {
    reply([getStore().size, getStore().titles[id]]);
  });
  return true;
});
