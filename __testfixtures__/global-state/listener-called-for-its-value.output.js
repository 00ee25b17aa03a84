let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

function bump() {
  count++;
  chrome.storage.session.set({ count });
  return count;
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  bump();
});
chrome.alarms.onAlarm.addListener(async () => {
  await stateRestored;
  console.log(bump());
});
