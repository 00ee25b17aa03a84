import { click, clicks, stateRestored } from './clicks.js';
import { visit, visitCount, visitsRestored } from './visits.js';

chrome.browserAction.onClicked.addListener(async ({ id }) => {
  await stateRestored;
  await visitsRestored;
  click();
  visit(id);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'visit') {
    stateRestored.then(async () => {
      await visitsRestored;
      click();
      visit(7);
      sendResponse(clicks + visitCount());
    });
    return true;
  }
});
