chrome.runtime.onInstalled.addListener(() => {
  setInterval(() => chrome.action.setBadgeText({ text: '!' }), 60000);
});
