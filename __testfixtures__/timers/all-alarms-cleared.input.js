chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reset') chrome.alarms.clearAll();
});
setInterval(() => chrome.action.setBadgeText({ text: '' }), 60000);
