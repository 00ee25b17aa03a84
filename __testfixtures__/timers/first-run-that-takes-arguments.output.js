function refresh(reason) {
  fetch('https://status.example/?reason=' + reason);
}

refresh('start');
chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
  if (alarm.name === 'count') count();
  if (alarm.name === 'twice') twice();
  if (alarm.name === 'look') look();
});

function count(...names) {
  fetch('https://status.example/?count=' + names.length);
}

count();
chrome.alarms.get('count').then((alarm) => {
  if (!alarm) chrome.alarms.create('count', { periodInMinutes: 1 });
});

function twice() {
  fetch('https://status.example/twice');
}

twice();
twice();
chrome.alarms.get('twice').then((alarm) => {
  if (!alarm) chrome.alarms.create('twice', { periodInMinutes: 1 });
});

const look = () => fetch('https://status.example/look');
if (Math.random() < 0.5) look();
chrome.alarms.get('look').then((alarm) => {
  if (!alarm) chrome.alarms.create('look', { periodInMinutes: 1 });
});
