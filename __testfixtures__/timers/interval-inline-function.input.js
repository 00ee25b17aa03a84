var CHECK_INTERVAL = 60000;

setInterval(function () {
  chrome.storage.local.get({ checks: 0 }, function (items) {
    if (items.checks > 100) return;
    chrome.storage.local.set({ checks: items.checks + 1 });
  });
}, CHECK_INTERVAL);
