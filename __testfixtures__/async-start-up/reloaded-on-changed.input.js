var settings = { sound: true };

function loadSettings() {
  chrome.storage.sync.get({ sound: true }, function(items) {
    settings = items;
  });
}

chrome.storage.onChanged.addListener(loadSettings);
loadSettings();

chrome.alarms.onAlarm.addListener(function(alarm) {
  if (settings.sound) chrome.notifications.create(alarm.name, { type: 'basic', title: 'Time', message: alarm.name });
});
