function followTabs(callback) {
  chrome.tabs.onUpdated.addListener(callback);
}
