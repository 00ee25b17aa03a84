import { note, seen } from './seen.js';

let clicks = 0;

export default defineBackground(() => {
  chrome.browserAction.onClicked.addListener((tab) => {
    clicks++;
    note(tab.id);
    console.log(clicks, seen);
  });
});
