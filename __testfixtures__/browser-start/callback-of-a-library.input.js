localforage.getItem("unread", (error, unread) => {
  chrome.browserAction.setBadgeText({ text: String(unread) });
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.tabs.create({ url: "https://example.com/inbox" });
});
