let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
function bump() {
  n++;
  chrome.storage.session.set({ n });
  chrome.action.setBadgeText({ text: String(n) });
}
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  bump();
});
chrome.alarms.onAlarm.addListener(async () => {
  await stateRestored;
  bump();
});
