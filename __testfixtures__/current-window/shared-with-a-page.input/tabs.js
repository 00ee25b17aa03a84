function activeTab(then) {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => then(tab));
}
