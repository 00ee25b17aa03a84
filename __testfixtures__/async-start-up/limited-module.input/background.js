import { list } from './list.js';

chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (list.includes(info.url)) chrome.action.setBadgeText({ tabId, text: '1' });
});
