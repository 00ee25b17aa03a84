var rest = 25;

browser.alarms.get('rest', function (alarm) {
  if (!alarm) browser.alarms.create('rest', { delayInMinutes: rest, periodInMinutes: rest });
});

browser.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === 'rest') browser.tabs.create({ url: 'rest.html' });
});
