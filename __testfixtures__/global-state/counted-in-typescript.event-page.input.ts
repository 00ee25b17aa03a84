let opened = 0;

chrome.tabs.onCreated.addListener(() => {
  opened++;
  chrome.browserAction.setBadgeText({ text: String(opened) });
});
