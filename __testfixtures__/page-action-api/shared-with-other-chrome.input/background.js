chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.pageAction.show(tabId);
  if (chrome.pageAction) chrome.pageAction.hide(tabId);
  else chrome.action.disable(tabId);
});
