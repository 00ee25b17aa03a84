let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.runtime.onInstalled.addListener(async () => {
  await storedLoaded;
  if (!stored.isInitialized) {
    stored.frequency = "1";
    stored.isInitialized = "true";
    chrome.storage.local.set({ stored });
  }
});
chrome.alarms.onAlarm.addListener(async () => {
  await storedLoaded;
  if (stored.frequency === undefined) return;
  console.log(stored.frequency);
});
