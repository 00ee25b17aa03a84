(function () {
  var pollFrequency = 30000;

  function requestStatus() {
    chrome.storage.local.get({ requests: 0 }, function (items) {
      chrome.storage.local.set({ requests: items.requests + 1 });
    });
    setTimeout(requestStatus, pollFrequency);
  }

  function main() {
    var pollFrequency = 'unused';
    requestStatus();
  }

  main();
})();
