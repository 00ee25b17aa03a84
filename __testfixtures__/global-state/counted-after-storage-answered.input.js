var failures = 0;
var lastCheck = 0;

chrome.alarms.onAlarm.addListener(check);

function check() {
  chrome.storage.local.get('pages', function (items) {
    lastCheck = Date.now();
    if (items.pages === undefined) again();
  });
}

function again() {
  failures++;
  if (failures < 5) setTimeout(check, 1000);
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  sendResponse(lastCheck);
});
