import store from './settings-store.js';
import { stateRestored } from './settings-store.js';

chrome.tabs.onUpdated.addListener(async (id, { url }) => {
  await stateRestored;
  store.name(id, url);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'clear') {
    stateRestored.then(() => {
      store.color = 'red';
      chrome.storage.session.set({ color: store.color });
    });
  } else if (message === 'report') {
    stateRestored.then(() => {
      sendResponse({ color: store.color, names: store.names });
    });
    return true;
  }
});
