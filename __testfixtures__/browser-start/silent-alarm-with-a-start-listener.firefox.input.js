function schedule() {
  browser.alarms.create('sync', { periodInMinutes: 15 });
}

schedule();
browser.runtime.onStartup.addListener(schedule);
browser.alarms.onAlarm.addListener(() => browser.browserAction.setBadgeText({ text: '!' }));
