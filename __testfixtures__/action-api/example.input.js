chrome.browserAction.onClicked.addListener((tab) => {
  chrome.browserAction.setBadgeText({ tabId: tab.id, text: "on" });
});
