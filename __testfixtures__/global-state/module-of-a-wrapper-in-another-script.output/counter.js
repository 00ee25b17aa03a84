var counter = (function () {
  'use strict';
  var count = 0;
  var stateRestored = chrome.storage.session.get({ count: count }).then(function (saved) {
    count = saved.count;
  }).catch(console.error);

  function add() {
    count++;
    chrome.storage.session.set({ count: count });
  }
  function get() {
    return count;
  }

  return { add: add, get: get, stateRestored: stateRestored };
})();
