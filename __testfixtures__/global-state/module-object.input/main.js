import { tabs } from './tabs.js';

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) tabs.see(id, url);
});
chrome.tabs.onRemoved.addListener((id) => tabs.forget(id));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'reset') {
    tabs.count = 0;
  } else if (message === 'report') {
    sendResponse({ urls: tabs.urls, count: tabs.count });
  }
});
