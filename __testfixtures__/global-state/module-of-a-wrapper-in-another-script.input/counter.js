var counter = (function () {
  'use strict';
  var count = 0;

  function add() {
    count++;
  }
  function get() {
    return count;
  }

  return { add: add, get: get };
})();
