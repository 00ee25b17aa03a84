chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab && tab.id, { file: 'a.js' });
});
