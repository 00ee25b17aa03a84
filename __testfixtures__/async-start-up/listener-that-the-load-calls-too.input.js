let colors = {};

function show(tabId) {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: colors[tabId % 2] || 'grey' });
}

function showAll() {
  chrome.tabs.query({}, (tabs) => {
    for (const tab of tabs) show(tab.id);
  });
}

chrome.storage.local.get({ colors: { 0: 'red', 1: 'blue' } }, (items) => {
  colors = items.colors;
  showAll();
});

chrome.tabs.onUpdated.addListener(show);
chrome.windows.onCreated.addListener(showAll);
