const tabs = new Map();

chrome.tabs.onCreated.addListener((tab) => {
  tabs.set(tab.id, { count: 0 });
});

chrome.tabs.onActivated.addListener(() => {
  for (const entry of tabs) {
    const info = entry[1];
    info.count += 1;
  }
});

chrome.tabs.onRemoved.addListener((tabId) => {
  if (tabs.has(tabId)) console.log(tabs.get(tabId).count);
});
