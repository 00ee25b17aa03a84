chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.tabs.executeScript(tabId /* any tab */, { file: 'a.js' });
});
