import { list, listLoaded } from './list.js';

chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await listLoaded;
  if (list.includes(info.url)) chrome.action.setBadgeText({ tabId, text: '1' });
});
