browser.alarms.get('timer').then(function (alarm) {
  if (!alarm) browser.alarms.create('timer', { periodInMinutes: 5 });
});
browser.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === 'timer') {
    Config.servers.forEach(function (server) {
      fetch(server.url, { method: 'HEAD' });
    });
  }
});
