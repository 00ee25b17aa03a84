let settings = {};
const settingsLoaded = chrome.storage.local.get().then((stored) => {
  settings = stored;
});
chrome.action.onClicked.addListener(async () => {
  await settingsLoaded;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  console.log(tab.id, settings.color);
});
