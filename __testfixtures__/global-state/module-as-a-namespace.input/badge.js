import { open } from './state.js';

chrome.tabs.onActivated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(open.length) });
});
