browser.runtime.onStartup.addListener(() => browser.action.setBadgeText({ text: '' }));
browser.alarms.get('check').then((alarm) => {
  if (!alarm) browser.alarms.create('check', { periodInMinutes: 15 });
});
browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'check') check();
});

function check() {
  fetch('https://news.example/').then((answer) => browser.action.setBadgeText({ text: String(answer.status) }));
}
