let colors = {};

function show(tabId) {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: colors[tabId % 2] || 'grey' });
}

function showAll() {
  chrome.tabs.query({}, (tabs) => {
    for (const tab of tabs) show(tab.id);
  });
}

const colorsLoaded = chrome.storage.local.get({ colors: { 0: 'red', 1: 'blue' } }).then((items) => {
  colors = items.colors;
  showAll();
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId) => {
  await colorsLoaded;
  show(tabId);
});
chrome.windows.onCreated.addListener(async () => {
  await colorsLoaded;
  showAll();
});
