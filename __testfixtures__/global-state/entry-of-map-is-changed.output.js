const tabs = new Map();
const stateRestored = chrome.storage.session.get({ tabs: [] }).then((saved) => {
  for (const [key, value] of saved.tabs) tabs.set(key, value);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  tabs.set(tab.id, { count: 0 });
  chrome.storage.session.set({ tabs: [...tabs] });
});

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  for (const entry of tabs) {
    const info = entry[1];
    info.count += 1;
  }
  chrome.storage.session.set({ tabs: [...tabs] });
});

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  if (tabs.has(tabId)) console.log(tabs.get(tabId).count);
});
