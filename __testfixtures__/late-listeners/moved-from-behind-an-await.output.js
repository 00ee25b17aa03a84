let settings;
async function main() {
  settings = await chrome.storage.local.get({ greeting: 'Hello', limit: 3 });
}

const settingsLoaded = main().catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await settingsLoaded;
  console.log(settings.greeting, tab.id);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'limit') {
    settingsLoaded.then(() => {
      sendResponse(settings.limit);
    });
    return true;
  }
});
