let alerts = 0;
let seen = [];

chrome.alarms.onAlarm.addListener((alarm) => {
  alerts += 1;
  seen.push({ name: alarm.name, show: () => alarm.name });
  chrome.browserAction.setBadgeText({ text: alerts > 0 ? String(alerts) : '' });
  if (seen.length > 100) seen = seen.slice(1);
});

chrome.browserAction.onClicked.addListener(() => {
  alerts = 0;
  chrome.browserAction.setBadgeText({ text: '' });
});
