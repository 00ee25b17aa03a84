import * as state from './state.js';
import { stateRestored } from './state.js';

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: state.mode });
});
