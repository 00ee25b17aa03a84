var enabled = true;
chrome.tabs.onCreated.addListener(() => {
  if (enabled) chrome.browserAction.setBadgeText({ text: 'a' });
});
