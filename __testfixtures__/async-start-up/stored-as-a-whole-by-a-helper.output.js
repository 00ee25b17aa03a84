let settings = { enabled: true, visits: 0 };

const settingsLoaded = chrome.storage.local.get({ settings }).then((items) => {
  settings = items.settings;
}).catch(console.error);

function save() {
  chrome.storage.local.set({ settings: settings });
}

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await settingsLoaded;
  if (!change.url || !settings.enabled) return;
  settings.visits++;
  save();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.name === 'toggle') {
    settingsLoaded.then(() => {
      settings.enabled = !settings.enabled;
      save();
      sendResponse(settings.enabled);
    });
    return true;
  }
});
