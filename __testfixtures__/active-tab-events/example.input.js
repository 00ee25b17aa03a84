chrome.tabs.onSelectionChanged.addListener((tabId, info) => {
  console.log(tabId, info.windowId);
});
