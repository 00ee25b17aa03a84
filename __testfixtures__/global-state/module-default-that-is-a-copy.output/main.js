import first from './again.js';
import { bump, count, stateRestored } from './state.js';

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  bump();
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(first, count);
});
