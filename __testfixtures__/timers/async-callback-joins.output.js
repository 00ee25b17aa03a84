chrome.alarms.get('ping').then((alarm) => {
  if (!alarm) chrome.alarms.create('ping', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener(async (alarm) => {
  if (alarm.name === 'ping') ping();
  if (alarm.name === 'timer') {
    const { urls = [] } = await chrome.storage.local.get('urls');
    chrome.action.setBadgeText({ text: String(urls.length) });
  }
});
chrome.alarms.get('timer').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer', { periodInMinutes: 3 });
});

function ping() {
  chrome.storage.local.get({ pings: 0 }, ({ pings }) => chrome.storage.local.set({ pings: pings + 1 }));
}
