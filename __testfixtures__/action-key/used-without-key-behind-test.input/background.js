chrome.runtime.onMessage.addListener(({ count }) => {
  if (chrome.action) chrome.action.setBadgeText({ text: String(count) });
  (chrome.action || chrome.browserAction).setTitle({ title: 'Reader' });
  chrome.action?.setBadgeBackgroundColor({ color: 'red' });
});
