async function start() {
  await chrome.storage.local.get('settings');
  chrome.alarms.get('beep').then((alarm) => {
    if (!alarm) chrome.alarms.create('beep', { periodInMinutes: 1 });
  });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'beep') beep();
});

function beep() {
  chrome.storage.local.get({ beeps: 0 }, ({ beeps }) => chrome.storage.local.set({ beeps: beeps + 1 }));
}
start();
