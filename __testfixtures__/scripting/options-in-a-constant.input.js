const options = {
  file: 'content.js',
  allFrames: true,
  runAt: 'document_start',
};

chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.tabs.executeScript(tabId, options);
});

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, options, () => console.log('again'));
});
