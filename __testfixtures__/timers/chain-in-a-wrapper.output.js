(function () {
  var pollFrequency = 30000;

  function requestStatus() {
    chrome.storage.local.get({ requests: 0 }, function (items) {
      chrome.storage.local.set({ requests: items.requests + 1 });
    });
  }

  function main() {
    var pollFrequency = 'unused';
    chrome.runtime.onInstalled.addListener(requestStatus);
    chrome.runtime.onStartup.addListener(requestStatus);
    chrome.alarms.get('requestStatus', function (alarm) {
      if (!alarm) chrome.alarms.create('requestStatus', { periodInMinutes: 0.5 });
    });
    chrome.alarms.onAlarm.addListener(function (alarm) {
      if (alarm.name === 'requestStatus') requestStatus();
    });
  }

  main();
})();
