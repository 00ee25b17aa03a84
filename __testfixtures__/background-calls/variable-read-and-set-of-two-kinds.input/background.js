var mode = 1;
chrome.tabs.onCreated.addListener(() => {
  if (mode) chrome.browserAction.setBadgeText({ text: String(mode) });
});
