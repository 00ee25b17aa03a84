let n = 5;
const stateRestored = chrome.storage.session.get({ n, hasStarted: false }).then((saved) => {
  n = saved.n;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  chrome.action.setBadgeText({ text: String(n) });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
  console.log(n);
});
