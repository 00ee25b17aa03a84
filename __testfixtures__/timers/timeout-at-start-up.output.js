const startActionSetBadgeText = () => chrome.alarms.create('action-setBadgeText', { delayInMinutes: 5 });
chrome.runtime.onInstalled.addListener(startActionSetBadgeText);
chrome.runtime.onStartup.addListener(startActionSetBadgeText);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'action-setBadgeText') {
    chrome.action.setBadgeText({ text: '5m' });
  }
});
