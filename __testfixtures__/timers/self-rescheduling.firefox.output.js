const PERIOD = 30 * 1000;

function poll() {
  console.log('polled');
}
browser.alarms.get('poll').then((alarm) => {
  if (!alarm) {
    browser.alarms.create('poll', { periodInMinutes: PERIOD / 60000 });
    poll();
  }
});
browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'poll') poll();
});
