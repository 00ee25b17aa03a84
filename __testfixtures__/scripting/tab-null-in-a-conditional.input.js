chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab ? tab.id : null, { file: 'a.js' });
});
