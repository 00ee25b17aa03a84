(function () {
  var pollFrequency = 30000;

  function requestStatus() {
    chrome.storage.local.get({ requests: 0 }, function (items) {
      chrome.storage.local.set({ requests: items.requests + 1 });
    });
  }

  function main() {
    var pollFrequency = 'unused';
    var startRequestStatus = function () {
      chrome.alarms.create('requestStatus', { periodInMinutes: 0.5 });
      requestStatus();
    };
    chrome.runtime.onInstalled.addListener(startRequestStatus);
    chrome.runtime.onStartup.addListener(startRequestStatus);
    chrome.alarms.onAlarm.addListener(function (alarm) {
      if (alarm.name === 'requestStatus') requestStatus();
    });
  }

  main();
})();
