const PERIOD = 30 * 1000;

function poll() {
  console.log('polled');
}
chrome.runtime.onInstalled.addListener(poll);
chrome.runtime.onStartup.addListener(poll);
chrome.alarms.get('poll').then((alarm) => {
  if (!alarm) chrome.alarms.create('poll', { periodInMinutes: PERIOD / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'poll') poll();
});
