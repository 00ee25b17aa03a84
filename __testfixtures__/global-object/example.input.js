window.visits = {};

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!url) return;
  window.visits[tabId] = url;
  window.setTimeout(() => delete window.visits[tabId], 1000);
});
