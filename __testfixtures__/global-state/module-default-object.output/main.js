import visits from './visits.js';
import { stateRestored } from './visits.js';

chrome.tabs.onUpdated.addListener(async (id, { url }) => {
  await stateRestored;
  if (url) console.log(visits.add(url));
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'clear') {
    stateRestored.then(() => {
      visits.urls = [];
      chrome.storage.session.set({ urls: visits.urls });
    });
  } else if (message === 'report') {
    stateRestored.then(() => {
      sendResponse({ urls: visits.urls, total: visits.total });
    });
    return true;
  }
});
