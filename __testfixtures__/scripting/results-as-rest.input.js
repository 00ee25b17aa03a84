chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { file: 'a.js' }, (...all) => console.log(all));
});
