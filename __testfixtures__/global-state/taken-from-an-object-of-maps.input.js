const cache = {};
let last = null;

chrome.tabs.onCreated.addListener((tab) => {
  cache[tab.id] = new Map([[tab.index, tab.windowId]]);
});

chrome.tabs.onActivated.addListener((info) => {
  last = cache[info.tabId];
});

chrome.tabs.onRemoved.addListener(() => {
  if (last) console.log(last.size);
});
