let count = 0;
const stateRestored = chrome.storage.session.get({ count, hasStarted: false }).then((saved) => {
  count = saved.count;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function showCount() {
  chrome.action.setBadgeText({ text: String(count) });
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Tabs', message: String(count) });
}

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  showCount();
});

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
  showCount();
});
