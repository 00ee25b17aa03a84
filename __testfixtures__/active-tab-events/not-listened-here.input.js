const events = { updated: chrome.tabs.onUpdated, selected: chrome.tabs.onSelectionChanged };
const { onActiveChanged } = chrome.tabs;
for (const event of Object.values(events)) event.addListener((tabId) => console.log(tabId));
onActiveChanged.addListener(console.log);
