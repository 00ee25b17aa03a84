let settings = {};
const settingsLoaded = chrome.storage.sync.get(null).then((items) => {
  settings = items;
}).catch(console.error);
let current;
function show() {
  chrome.browserAction.setBadgeText({ text: `${settings.sign}${current}` });
}
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await settingsLoaded;
  current = tabId;
  show();
});
chrome.tabs.onCreated.addListener(async (tab) => {
  if (tab.id === undefined) return;
  await settingsLoaded;
  if (settings.log) console.log(tab.url);
});
