chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { file: 'a.js' }, console.log.bind(console, tab));
});
