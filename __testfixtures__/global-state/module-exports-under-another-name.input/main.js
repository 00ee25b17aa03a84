import { history, lastUrl, note } from './lib/index.js';

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (!url) return;
  note(url);
  if (!history.includes(url)) history.push(url);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse({ history, lastUrl }));
