let settings = { enabled: true, visits: 0 };

chrome.storage.local.get({ settings }, (items) => {
  settings = items.settings;
});

function save() {
  chrome.storage.local.set({ settings: settings });
}

chrome.tabs.onUpdated.addListener((id, change) => {
  if (!change.url || !settings.enabled) return;
  settings.visits++;
  save();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.name === 'toggle') {
    settings.enabled = !settings.enabled;
    save();
    sendResponse(settings.enabled);
  }
});
