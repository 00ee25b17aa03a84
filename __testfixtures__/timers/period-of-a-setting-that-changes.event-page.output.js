'use strict';

var HOUR = 60 * 60 * 1000;

function schedule() {
  browser.storage.sync.get({ hours: 6 }).then(function (items) {
    var updateMinutes = items.hours * 60;
    browser.alarms.get('update').then(function (alarm) {
      if (!alarm || alarm.periodInMinutes !== updateMinutes) browser.alarms.create('update', { periodInMinutes: updateMinutes });
    });
  });
}

browser.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === 'update') update();
});

function update() {
  browser.notifications.create({ type: 'basic', title: 'Update', message: 'Now' });
}

browser.storage.onChanged.addListener(schedule);
schedule();
