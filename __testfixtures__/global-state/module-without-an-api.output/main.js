import { next, stateRestored } from './counter.js';

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(next());
});
