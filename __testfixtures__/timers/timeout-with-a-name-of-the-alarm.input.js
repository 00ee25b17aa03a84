function close(tabId) {
  chrome.tabs.remove(tabId);
}

chrome.tabs.onRemoved.addListener((alarm) => {
  setTimeout(close, 60000, alarm);
});
