import { Phase, Timer } from './timer.js';

const timer = new Timer();
const stateRestored = chrome.storage.session.get({ phase: timer.phase }).then((saved) => {
  timer.phase = saved.phase;
}).catch(console.error);

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  if (timer.phase === Phase.REST) timer.begin();
  else timer.rest();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(timer.phase);
  });
  return true;
});
