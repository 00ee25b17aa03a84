const options = { file: 'content.js' };

chrome.tabs.onUpdated.addListener((tabId) => {
  if (tabId > 1) options.allFrames = true;
  chrome.tabs.executeScript(tabId, options);
});
