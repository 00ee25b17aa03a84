let tracking = false;
const stateRestored = chrome.storage.session.get({ tracking }).then((saved) => {
  tracking = saved.tracking;
}).catch(console.error);

function resume() {
  tracking = true;
  chrome.storage.session.set({ tracking });
}

// Set by the options page; nothing reads the setting at the start.
chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === "session") return;
  if (!changes.tracking) return;
  await stateRestored;
  if (changes.tracking.newValue) resume();
  else {
    tracking = false;
    chrome.storage.session.set({ tracking });
  }
});

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  if (tracking) chrome.storage.local.set({ closed: tabId });
});
