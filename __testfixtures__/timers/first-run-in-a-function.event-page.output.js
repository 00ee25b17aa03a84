'use strict';

var poll = function () {
  browser.tabs.query({}, function (tabs) {
    browser.storage.local.set({ tabs: tabs.length });
  });
};

function init() {
  // Once a quarter of an hour.
  browser.alarms.get('poll').then(function (alarm) {
    if (!alarm) {
      browser.alarms.create('poll', { periodInMinutes: 15 });
      poll();
    }
  });
  browser.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name === 'poll') { poll(); }
  });
}

init();
