(function () {
  'use strict';

  var count = 3;

  function startUp() {
    chrome.tabs.onActivated.addListener(show);
  }

  var title = 'Tab ';

  function show(info) {
    console.log(title + info.tabId, count);
  }

  startUp();
})();
