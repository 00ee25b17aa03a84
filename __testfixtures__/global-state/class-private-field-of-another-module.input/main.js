import { Counter } from './counter.js';

const counter = new Counter();

chrome.tabs.onCreated.addListener(() => {
  console.log(counter.add());
});
chrome.action.onClicked.addListener(() => {
  counter.step = 2;
});
