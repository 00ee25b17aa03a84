import { history, lastUrl, note } from './lib/index.js';
import { stateRestored } from './lib/state.js';

chrome.tabs.onUpdated.addListener(async (id, { url }) => {
  if (!url) return;
  await stateRestored;
  note(url);
  if (!history.includes(url)) {
    history.push(url);
    chrome.storage.session.set({ urls: history });
  }
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse({ history, lastUrl });
  });
  return true;
});
