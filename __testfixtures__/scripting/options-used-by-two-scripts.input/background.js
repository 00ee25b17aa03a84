chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.tabs.executeScript(tabId, details);
  chrome.tabs.executeScript(tabId, { code });
});
