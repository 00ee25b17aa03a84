var enabled = true;
var name = 'a';
chrome.tabs.onCreated.addListener(() => {
  if (enabled) chrome.browserAction.setBadgeText({ text: name });
});
