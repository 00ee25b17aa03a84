'use strict';

var poll = function () {
  browser.tabs.query({}, function (tabs) {
    browser.storage.local.set({ tabs: tabs.length });
  });
};

function init() {
  // Once a quarter of an hour.
  window.setInterval(function () { poll(); }, 15 * 60 * 1000);
  poll();
}

init();
