const tabs = {};
const stateRestored = chrome.storage.session.get({ tabs }).then((saved) => {
  Object.assign(tabs, saved.tabs);
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  const entry = tabs[tabId] || (tabs[tabId] = { url: '', hits: 0 });
  chrome.storage.session.set({ tabs });
  entry.hits++;
  entry.url = tab.url;
  chrome.storage.session.set({ tabs });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'stats') {
    stateRestored.then(() => {
      sendResponse(tabs[message.id]);
    });
    return true;
  }
});
chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  delete tabs[tabId];
  chrome.storage.session.set({ tabs });
});
