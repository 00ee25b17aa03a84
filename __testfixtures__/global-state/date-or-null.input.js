let since = null;

chrome.alarms.onAlarm.addListener(() => {
  since = new Date();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(since ? since.toISOString() : 'never');
});
