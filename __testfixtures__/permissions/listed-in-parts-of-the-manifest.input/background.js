chrome.webNavigation.onCommitted.addListener(({ tabId }) => {
  chrome.storage.local.get("color", ({ color }) => {
    chrome.tabs.insertCSS(tabId, { code: `mark { color: ${color} }` });
  });
});

chrome.history.onVisited.addListener(({ url }) => {
  chrome.storage.local.set({ last: url });
});
