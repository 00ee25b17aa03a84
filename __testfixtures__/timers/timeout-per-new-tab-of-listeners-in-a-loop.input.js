const closing = {};

for (const minutes of [5, 10]) {
  chrome.tabs.onCreated.addListener((tab) => {
    if (tab.index === minutes) closing[tab.id] = setTimeout(() => chrome.tabs.remove(tab.id), 5 * 60 * 1000);
  });
}
chrome.tabs.onRemoved.addListener((tabId) => clearTimeout(closing[tabId]));
