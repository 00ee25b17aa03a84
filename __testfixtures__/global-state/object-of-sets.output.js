let opened = {};
const stateRestored = chrome.storage.session.get({ opened: Object.entries(opened).map(([key, value]) => [key, [...value]]) }).then((saved) => {
  opened = Object.fromEntries(saved.opened.map(([key, value]) => [key, new Set(value)]));
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  const key = 'w' + tab.windowId;
  await stateRestored;
  if (!opened[key]) {
    opened[key] = new Set();
    chrome.storage.session.set({ opened: Object.entries(opened).map(([key, value]) => [key, [...value]]) });
  }
  opened[key].add(tab.id);
  chrome.storage.session.set({ opened: Object.entries(opened).map(([key, value]) => [key, [...value]]) });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(Object.keys(opened).map((key) => opened[key].size));
  });
  return true;
});

chrome.windows.onRemoved.addListener(async (id) => {
  await stateRestored;
  delete opened['w' + id];
  chrome.storage.session.set({ opened: Object.entries(opened).map(([key, value]) => [key, [...value]]) });
});
