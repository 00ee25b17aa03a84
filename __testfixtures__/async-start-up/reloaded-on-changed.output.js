var settings = { sound: true };

function loadSettings() {
  return chrome.storage.sync.get({ sound: true }).then(function(items) {
    settings = items;
  });
}

chrome.storage.onChanged.addListener(loadSettings);
var settingsLoaded = loadSettings().catch(console.error);

chrome.alarms.onAlarm.addListener(async function(alarm) {
  await settingsLoaded;
  if (settings.sound) chrome.notifications.create(alarm.name, { type: 'basic', title: 'Time', message: alarm.name });
});
