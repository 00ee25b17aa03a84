import { click, clicks } from './clicks.js';
import { visit, visitCount } from './visits.js';

chrome.browserAction.onClicked.addListener(({ id }) => {
  click();
  visit(id);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'visit') {
    click();
    visit(7);
    sendResponse(clicks + visitCount());
  }
});
