let cache = null;
cache = new Map();

chrome.tabs.onCreated.addListener((tab) => {
  cache.set(tab.id, tab.index);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(cache.size);
});
