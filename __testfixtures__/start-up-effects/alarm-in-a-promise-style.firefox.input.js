browser.alarms.onAlarm.addListener(() => console.log('checked'));
browser.alarms.create('check', {
  delayInMinutes: 1,
  periodInMinutes: 5,
});
