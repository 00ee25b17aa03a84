import * as state from './state.js';

chrome.tabs.onCreated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: state.mode });
});
