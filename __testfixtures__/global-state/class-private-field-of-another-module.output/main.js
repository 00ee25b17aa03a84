import { Counter } from './counter.js';

const counter = new Counter();
const stateRestored = counter.restoreState();

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(counter.add());
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  counter.step = 2;
  chrome.storage.session.set({ step: counter.step });
});
