setTimeout(() => {
  chrome.action.setBadgeText({ text: '5m' });
}, 5 * 60 * 1000);
