const waiting = {};

function warn() {
  chrome.action.setBadgeText({ text: 'old' });
}

chrome.tabs.onCreated.addListener((tab) => {
  waiting[tab.id] = setTimeout(warn, 5 * 60 * 1000);
});
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  clearTimeout(waiting[tab.id]);
  waiting[tab.id] = setTimeout(warn, 5 * 60 * 1000);
});
