chrome.browserAction.onClicked.addListener((tab) => {
  if (chrome.scripting) {
    chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['a.js'] });
  } else {
    chrome.tabs.executeScript(tab.id, { file: 'a.js' });
  }
});
