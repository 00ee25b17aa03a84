const index = new Map();

function tag(name, url) {
  if (!index.has(name)) index.set(name, new Set());
  index.get(name).add(url);
}

chrome.tabs.onUpdated.addListener((id, change, tab) => {
  if (tab.url) tag(tab.title || 'none', tab.url);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(index.has(message) ? index.get(message).size : 0);
});
