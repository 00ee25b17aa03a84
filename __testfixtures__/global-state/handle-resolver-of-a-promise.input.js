const waiting = {};

chrome.tabs.onCreated.addListener(async (tab) => {
  const title = await new Promise((resolve, reject) => {
    waiting[tab.id] = { resolve, reject };
  });
  chrome.browserAction.setTitle({ tabId: tab.id, title });
});
chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (waiting[tabId] && info.title) waiting[tabId].resolve(info.title);
  delete waiting[tabId];
});
