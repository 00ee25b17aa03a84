chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.action.enable(tabId);
  if (chrome.pageAction) chrome.pageAction.hide(tabId);
  else chrome.action.disable(tabId);
});
