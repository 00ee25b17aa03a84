const kind = Math.random() > 0.5 ? 'file' : 'code';

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { [kind]: 'a.js' });
});
