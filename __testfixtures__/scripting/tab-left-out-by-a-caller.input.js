function inject(tabId, file) {
  chrome.tabs.executeScript(tabId, { file });
}

chrome.tabs.onActivated.addListener(({ tabId }) => inject(tabId, 'a.js'));
chrome.alarms.onAlarm.addListener(() => inject(null, 'b.js'));
