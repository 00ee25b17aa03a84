import { open, stateRestored } from './state.js';

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: String(open.length) });
});
