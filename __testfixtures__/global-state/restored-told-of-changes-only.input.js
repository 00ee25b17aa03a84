let tracking = false;

function resume() {
  tracking = true;
}

// Set by the options page; nothing reads the setting at the start.
chrome.storage.onChanged.addListener((changes) => {
  if (!changes.tracking) return;
  if (changes.tracking.newValue) resume();
  else tracking = false;
});

chrome.tabs.onRemoved.addListener((tabId) => {
  if (tracking) chrome.storage.local.set({ closed: tabId });
});
