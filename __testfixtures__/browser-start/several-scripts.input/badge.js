function show() {
  chrome.browserAction.setBadgeText({ text: '?' });
}