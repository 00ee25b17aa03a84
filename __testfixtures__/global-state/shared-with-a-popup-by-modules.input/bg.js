import { countOpened, getOpened } from './counter.js';

chrome.tabs.onCreated.addListener(() => {
  countOpened();
});
chrome.tabs.onRemoved.addListener(() => {
  console.log(getOpened());
});
