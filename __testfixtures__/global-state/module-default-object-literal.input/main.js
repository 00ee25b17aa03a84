import store from './settings-store.js';

chrome.tabs.onUpdated.addListener((id, { url }) => {
  store.name(id, url);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'clear') {
    store.color = 'red';
  } else if (message === 'report') {
    sendResponse({ color: store.color, names: store.names });
  }
});
