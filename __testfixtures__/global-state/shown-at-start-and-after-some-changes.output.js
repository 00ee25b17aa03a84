let count = 0;
const stateRestored = chrome.storage.session.get({ count, hasStarted: false }).then((saved) => {
  count = saved.count;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function show() {
  chrome.browserAction.setBadgeText({ text: String(count) });
}

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  show();
});

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
});

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  show();
});
