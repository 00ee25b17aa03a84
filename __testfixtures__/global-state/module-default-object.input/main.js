import visits from './visits.js';

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) console.log(visits.add(url));
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'clear') {
    visits.urls = [];
  } else if (message === 'report') {
    sendResponse({ urls: visits.urls, total: visits.total });
  }
});
