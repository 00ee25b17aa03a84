let alerts = 0;
const stateRestored = chrome.storage.session.get({ alerts }).then((saved) => {
  alerts = saved.alerts;
}).catch(console.error);
let seen = [];

chrome.alarms.onAlarm.addListener(async (alarm) => {
  await stateRestored;
  alerts += 1;
  chrome.storage.session.set({ alerts });
  seen.push({ name: alarm.name, show: () => alarm.name });
  chrome.browserAction.setBadgeText({ text: alerts > 0 ? String(alerts) : '' });
  if (seen.length > 100) seen = seen.slice(1);
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  alerts = 0;
  chrome.storage.session.set({ alerts });
  chrome.browserAction.setBadgeText({ text: '' });
});
