import { countOpened } from './counter.js';

chrome.tabs.onCreated.addListener(() => {
  console.log(countOpened());
});
