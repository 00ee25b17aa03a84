let early = false;

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { file: 'a.js', runAt: early ? 'document_start' : 'document_idle' });
});
