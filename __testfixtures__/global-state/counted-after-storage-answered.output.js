var failures = 0;
var lastCheck = 0;
var stateRestored = chrome.storage.session.get({ failures: failures, lastCheck: lastCheck }).then(function (saved) {
  failures = saved.failures;
  lastCheck = saved.lastCheck;
}).catch(console.error);

chrome.alarms.onAlarm.addListener(check);

function check() {
  chrome.storage.local.get('pages', async function (items) {
    await stateRestored;
    lastCheck = Date.now();
    chrome.storage.session.set({ lastCheck: lastCheck });
    if (items.pages === undefined) again();
  });
}

function again() {
  failures++;
  chrome.storage.session.set({ failures: failures });
  if (failures < 5) setTimeout(check, 1000);
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  stateRestored.then(function () {
    sendResponse(lastCheck);
  });
  return true;
});
