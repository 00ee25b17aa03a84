import { bump, count } from './all.js';
import { stateRestored } from './state.js';

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  bump();
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(count);
});
