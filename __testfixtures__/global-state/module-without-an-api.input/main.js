import { next } from './counter.js';

chrome.tabs.onCreated.addListener(() => {
  console.log(next());
});
