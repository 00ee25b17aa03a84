let count = 0;
const stateRestored = chrome.storage.session.get({ count, hasStarted: false }).then((saved) => {
  count = saved.count;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function refresh() {
  count++;
  chrome.storage.session.set({ count });
  chrome.browserAction.setBadgeText({ text: String(count) });
}

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  refresh();
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  refresh();
});

chrome.runtime.onInstalled.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: 'NEW' });
});

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'clear') {
    stateRestored.then(() => {
      chrome.browserAction.setBadgeText({ text: '' });
    });
  }
});
