const tabs = {};

chrome.tabs.onCreated.addListener((tab) => {
  tabs[tab.id] = { count: 0 };
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  tabs[tabId].seen = new Set();
});

chrome.tabs.onRemoved.addListener((tabId) => {
  console.log(tabs[tabId].seen.size);
});
