'use strict';

var HOUR = 60 * 60 * 1000;
var timer = null;

function schedule() {
  browser.storage.sync.get({ hours: 6 }).then(function (items) {
    if (timer) clearInterval(timer);
    timer = setInterval(update, items.hours * HOUR);
  });
}

function update() {
  browser.notifications.create({ type: 'basic', title: 'Update', message: 'Now' });
}

browser.storage.onChanged.addListener(schedule);
schedule();
