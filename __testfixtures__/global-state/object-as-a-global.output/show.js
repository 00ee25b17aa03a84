import './tabs.js';
import { stateRestored } from './tabs.js';

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: `${tabs.opened} opened` });
  console.log(globalThis.tabs.closed);
});
