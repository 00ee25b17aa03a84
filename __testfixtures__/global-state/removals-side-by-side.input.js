const muted = new Set();
const waiting = new Set();
const titles = new Map();

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.mutedInfo) muted.add(tabId);
  if (change.status === 'loading') waiting.add(tabId);
  if (change.title) titles.set(tabId, tab.title);
});

chrome.tabs.onRemoved.addListener((tabId, { windowId }) => {
  muted.delete(tabId);
  waiting.delete(tabId);
});

chrome.tabs.onReplaced.addListener((added, removed) => {
  titles.delete(added);
  titles.delete(removed);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message !== 'counts') return;
  sendResponse([muted.size, waiting.size, titles.size]);
});
