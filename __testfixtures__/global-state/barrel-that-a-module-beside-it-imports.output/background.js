import { store, stateRestored } from './store';
import { countTab } from './store/count';

chrome.tabs.onCreated.addListener(countTab);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'tabs') {
    stateRestored.then(() => {
      sendResponse(store.tabs);
    });
    return true;
  }
});
