const tabs = {};

chrome.tabs.onCreated.addListener((tab) => {
  tabs[tab.id] = { url: tab.url, timer: null };
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  clearTimeout(tabs[tabId].timer);
  tabs[tabId].timer = setTimeout(() => chrome.tabs.discard(tabId), 5 * 60 * 1000);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(tabs[tabId].timer);
  delete tabs[tabId];
});
