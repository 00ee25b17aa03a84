let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

function bump() {
  count++;
  chrome.storage.session.set({ count });
  if (count > 100) throw new Error('too many');
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  bump();
});
chrome.alarms.onAlarm.addListener(async () => {
  await stateRestored;
  try {
    bump();
  } catch (error) {
    console.log('full');
  }
});
