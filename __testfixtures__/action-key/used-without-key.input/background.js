chrome.runtime.onMessage.addListener(({ count }) => {
  chrome.action.setBadgeText({ text: String(count) });
});
