let paint, color;
async function init() {
  ({ color } = await chrome.storage.local.get({ color: 'red' }));
  paint = (tabId) => {
    chrome.browserAction.setBadgeBackgroundColor({ tabId, color });
  };
}

const settingsLoaded = init().catch(console.error);

// Pages that have been loaded.
chrome.tabs.onUpdated.addListener(async function onUpdated(tabId, info) {
  await settingsLoaded;
  if (info.status === 'complete') paint(tabId);
});
// And those that are gone.
chrome.tabs.onRemoved.addListener(async (tabId) => {
  await settingsLoaded;
  chrome.browserAction.setTitle({ title: `${tabId} ${color}` });
});
