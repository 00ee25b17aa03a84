chrome.tabs.onCreated.addListener(() => {
  chrome.alarms.get('action-setBadgeText').then((alarm) => {
    if (!alarm) chrome.alarms.create('action-setBadgeText', { delayInMinutes: 1 });
  });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'action-setBadgeText') {
    chrome.action.setBadgeText({ text: '!' });
  }
});
