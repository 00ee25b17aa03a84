const byTab = {};
let queue = [];
chrome.tabs.onCreated.addListener((tab) => {
  byTab[tab.id] = { info: { url: tab.url } };
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  const entry = byTab[tabId];
  if (entry) queue.push(entry.info);
  console.log(queue.length);
});
chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (byTab[tabId] && info.url) byTab[tabId].info.url = info.url;
});
