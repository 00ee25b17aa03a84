import { countOpened, getOpened, stateRestored } from './counter.js';

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  countOpened();
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(getOpened());
});
