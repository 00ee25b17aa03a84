const PERIOD = 30 * 1000;

function poll() {
  console.log('polled');
}
const startPoll = () => {
  chrome.alarms.create('poll', { periodInMinutes: PERIOD / 60000 });
  poll();
};
chrome.runtime.onInstalled.addListener(startPoll);
chrome.runtime.onStartup.addListener(startPoll);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'poll') poll();
});
