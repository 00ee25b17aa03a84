let since = 0;
const stateRestored = chrome.storage.session.get({ since, hasStarted: false }).then((saved) => {
  since = saved.since;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  since = Date.now();
  chrome.storage.session.set({ since });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  since = 5;
  chrome.storage.session.set({ since });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(since);
});
