function inject(tabId, details, callback) {
  chrome.tabs.executeScript(tabId, details, callback);
  chrome.tabs.insertCSS(details);
}

chrome.runtime.onMessage.addListener(({ details }, { tab }, answer) => inject(tab.id, details, answer));
