const all = { code: 'go()', allFrames: true };

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.tabs.executeScript(tabId, all);
  chrome.tabs.insertCSS(tabId, all);
});
