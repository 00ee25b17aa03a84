chrome.runtime.onMessage.addListener((message) => {
  const minutes = Number(message.minutes);
  if (!(minutes > 0)) return;
  chrome.alarms.create('ring', { delayInMinutes: minutes });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'ring') ring();
});
function ring() {
  chrome.tabs.create({ url: 'ring.html' });
}
