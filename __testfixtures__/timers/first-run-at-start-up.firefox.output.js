const INTERVAL = 10 * 60 * 1000;

function update() {
  fetch('https://status.example/').then(() => chrome.action.setBadgeText({ text: 'new' }));
}

chrome.alarms.get('update').then((alarm) => {
  if (!alarm) {
    chrome.alarms.create('update', { periodInMinutes: INTERVAL / 60000 });
    update();
  }
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'update') update();
});

chrome.action.onClicked.addListener(update);
