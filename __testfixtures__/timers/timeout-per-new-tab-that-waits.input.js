const waiting = {};

function warn() {
  chrome.action.setBadgeText({ text: 'old' });
}

// An event in between may have started it.
chrome.tabs.onCreated.addListener(async (tab) => {
  await chrome.action.setTitle({ title: 'new' });
  waiting[tab.id] = setTimeout(warn, 5 * 60 * 1000);
});
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  clearTimeout(waiting[tab.id]);
  waiting[tab.id] = setTimeout(warn, 5 * 60 * 1000);
});
