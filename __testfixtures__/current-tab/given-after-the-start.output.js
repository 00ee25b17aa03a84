let settings = {};
const settingsLoaded = chrome.storage.local.get().then((stored) => {
  settings = stored;
});
chrome.action.onClicked.addListener(async (tab) => {
  await settingsLoaded;
  console.log(tab.id, settings.color);
});
