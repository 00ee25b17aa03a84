import { settings } from './settings.js';

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await settings.ready;
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
