import { label } from './label.js';

let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count += 1;
  console.log(label, count);
});
