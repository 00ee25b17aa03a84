function enableTracking() {
  chrome.tabs.onActivated.addListener(() => {});
}
