const defaults = { allFrames: true };

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { ...defaults, file: 'a.js' });
});
