browser.alarms.onAlarm.addListener(() => console.log('checked'));
browser.alarms.get('check').then((alarm) => {
  if (!alarm) browser.alarms.create('check', {
    delayInMinutes: 1,
    periodInMinutes: 5,
  });
});
