localforage.getItem("unread", (error, unread) => {
  chrome.browserAction.setBadgeText({ text: String(unread) });
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.tabs.create({ url: "https://example.com/inbox" });
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
