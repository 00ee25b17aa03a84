chrome.runtime.onInstalled.addListener(() => {
  chrome.notifications.create({ type: 'basic', title: 'Reminder', message: 'Ready' });
});
