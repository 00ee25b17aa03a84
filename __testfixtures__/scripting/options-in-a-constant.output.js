const options = {
  files: ['content.js'],
  injectImmediately: true,
};

chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.scripting.executeScript({ target: { tabId, allFrames: true }, ...options });
});

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, ...options }, () => console.log('again'));
});
