var count = 0;
var stateRestored = new Promise(function (resolve) {
  chrome.storage.session.get({ count: count, hasStarted: false }, function (saved) {
    if (saved) {
      count = saved.count;
      chrome.storage.session.set({ hasStarted: true });
    }
    resolve(saved && saved.hasStarted);
  });
});

function bump() {
  count++;
  chrome.storage.session.set({ count: count });
  chrome.browserAction.setBadgeText({ text: String(count) });
}

stateRestored.then(function (hasStarted) {
  if (hasStarted) return;
  bump();
});

chrome.tabs.onCreated.addListener(async function () {
  await stateRestored;
  bump();
});
