let lastTab = 0;

chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
  lastTab = tab.id;
});

let clicks = 0;

chrome.tabs.onActivated.addListener(({ tabId }) => {
  lastTab = tabId;
});

chrome.browserAction.onClicked.addListener(() => {
  clicks++;
  chrome.browserAction.setBadgeText({ text: String(clicks), tabId: lastTab });
});
