chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('showTip', { delayInMinutes: 60 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'showTip') showTip();
  if (alarm.name === 'refresh') refresh();
});
chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 5 });
});

function refresh() {
  chrome.action.setBadgeText({ text: new Date().getHours() + 'h' });
}

function showTip() {
  chrome.tabs.create({ url: 'tip.html' });
}
