import { tabs, stateRestored } from './tabs.js';

chrome.tabs.onUpdated.addListener(async (id, { url }) => {
  await stateRestored;
  if (url) tabs.see(id, url);
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  tabs.forget(id);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'reset') {
    stateRestored.then(() => {
      tabs.count = 0;
      chrome.storage.session.set({ count: tabs.count });
    });
  } else if (message === 'report') {
    stateRestored.then(() => {
      sendResponse({ urls: tabs.urls, count: tabs.count });
    });
    return true;
  }
});
