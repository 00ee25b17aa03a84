let cache = null;

chrome.tabs.onCreated.addListener((tab) => {
  if (!cache) cache = new Map();
  cache.set(tab.id, tab.index);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(cache ? cache.size : 'none');
});

chrome.action.onClicked.addListener(() => {
  cache = null;
});
