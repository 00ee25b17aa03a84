self.visits = {};

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!url) return;
  self.visits[tabId] = url;
  self.setTimeout(() => delete self.visits[tabId], 1000);
});
