import { store } from './store';
import { countTab } from './store/count';

chrome.tabs.onCreated.addListener(countTab);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'tabs') sendResponse(store.tabs);
});
