async function start() {
  const { enabled } = await chrome.storage.local.get('enabled');
  if (enabled) {
    chrome.alarms.get('beep').then((alarm) => {
      if (!alarm) chrome.alarms.create('beep', { periodInMinutes: 1 });
    });
  } else {
    chrome.alarms.clear('beep');
  }
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'beep') beep();
});

function beep() {
  chrome.action.setBadgeText({ text: '!' });
}
start();
