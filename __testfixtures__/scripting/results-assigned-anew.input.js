chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { file: 'a.js' }, (results) => { results = results.filter(Boolean); console.log(results); });
});
