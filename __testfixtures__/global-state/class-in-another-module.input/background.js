import { Phase, Timer } from './timer.js';

const timer = new Timer();

chrome.browserAction.onClicked.addListener(() => {
  if (timer.phase === Phase.REST) timer.begin();
  else timer.rest();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(timer.phase);
});
