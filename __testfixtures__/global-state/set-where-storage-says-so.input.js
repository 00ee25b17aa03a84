let enabled = true;
let started = false;

chrome.storage.local.get('enabled').then((stored) => {
  if (stored.enabled === false) enabled = false;
  if (navigator.onLine) started = true;
});

chrome.runtime.onMessage.addListener((message) => {
  enabled = message.enabled;
  chrome.storage.local.set({ enabled });
  started = false;
});

chrome.tabs.onCreated.addListener((tab) => {
  if (enabled && started) chrome.tabs.update(tab.id, { muted: true });
});
