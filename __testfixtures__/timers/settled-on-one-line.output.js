chrome.storage.sync.get({ hours: 1 }, (o) => { chrome.alarms.get('poll').then((alarm) => {
  if (!alarm || alarm.periodInMinutes !== o.hours * 60) chrome.alarms.create('poll', { periodInMinutes: o.hours * 60 });
}); });
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'poll') poll();
});

function poll() {
  fetch('https://news.example/').then((answer) => chrome.action.setBadgeText({ text: String(answer.status) }));
}
