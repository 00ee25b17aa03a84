const byTab = new Map();
let current;
chrome.tabs.onCreated.addListener((tab) => {
  const entry = { count: 0 };
  byTab.set(tab.id, entry);
  current = entry;
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (current) current.count++;
  console.log(byTab.get(tabId));
});
