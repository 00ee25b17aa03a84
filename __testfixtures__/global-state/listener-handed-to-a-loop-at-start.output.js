let count = 0;
const stateRestored = chrome.storage.session.get({ count, hasStarted: false }).then((saved) => {
  count = saved.count;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function onTab() {
  count++;
  chrome.storage.session.set({ count });
  chrome.browserAction.setBadgeText({ text: String(count) });
}

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  chrome.tabs.query({}, (tabs) => tabs.forEach(onTab));
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  onTab();
});
