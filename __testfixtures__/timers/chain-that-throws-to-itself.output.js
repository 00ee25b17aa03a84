const PERIOD = 20 * 60 * 1000;

async function refresh() {
  try {
    const { count } = await chrome.storage.local.get({ count: 0 });
    if (count < 0) throw new Error('no count');
    await chrome.action.setBadgeText({ text: String(count) });
  } catch (error) {
    await chrome.action.setBadgeText({ text: '!' }).catch(() => {});
  }
}

chrome.runtime.onInstalled.addListener(refresh);
chrome.runtime.onStartup.addListener(refresh);
chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: PERIOD / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});
