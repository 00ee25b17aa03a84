let enabled = false;

function enable() {
  enabled = true;
}

function disable() {
  enabled = false;
}

chrome.storage.onChanged.addListener((changes) => {
  if (!changes.enabled) return;
  if (changes.enabled.newValue) enable();
  else disable();
});

chrome.tabs.onRemoved.addListener((tabId) => {
  if (enabled) chrome.storage.local.set({ closed: tabId });
});

chrome.storage.sync.get({ enabled: true }, (items) => {
  if (items.enabled) enable();
});
