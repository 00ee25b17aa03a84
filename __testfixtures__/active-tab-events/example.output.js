chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
  console.log(tabId, windowId);
});
