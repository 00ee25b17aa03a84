import { check } from './rules.js';

browser.tabs.onUpdated.addListener((id, change) => {
  if (change.url && check(change.url)) browser.browserAction.setBadgeText({ tabId: id, text: '!' });
});
