var CHECK_INTERVAL = 60000;

chrome.alarms.get("timer", function (alarm) {
  if (!alarm) chrome.alarms.create("timer", { periodInMinutes: CHECK_INTERVAL / 60000 });
});
chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === "timer") {
    chrome.storage.local.get({ checks: 0 }, function (items) {
      if (items.checks > 100) return;
      chrome.storage.local.set({ checks: items.checks + 1 });
    });
  }
});
