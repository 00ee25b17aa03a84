async function refresh() {
  await chrome.action.setBadgeText({ text: 'new' }).catch(console.error);
}

const startRefresh = () => {
  chrome.alarms.create('refresh', { periodInMinutes: 60 });
  refresh();
};
chrome.runtime.onInstalled.addListener(startRefresh);
chrome.runtime.onStartup.addListener(startRefresh);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});
