let settings = {};
chrome.storage.sync.get(null, (items) => {
  settings = items;
});
let current;
function show() {
  chrome.browserAction.setBadgeText({ text: `${settings.sign}${current}` });
}
chrome.tabs.onActivated.addListener(({ tabId }) => {
  current = tabId;
  show();
});
chrome.tabs.onCreated.addListener((tab) => {
  if (tab.id === undefined) return;
  if (settings.log) console.log(tab.url);
});
