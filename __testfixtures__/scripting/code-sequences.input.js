chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: '(first()), (second())' }, (results) => console.log(results));
  chrome.tabs.executeScript(tab.id, { code: '(first(), second())' }, (results) => console.log(results));
});
