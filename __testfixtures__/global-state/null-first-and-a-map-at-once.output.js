let cache = null;
cache = new Map();
const stateRestored = chrome.storage.session.get({ cache: cache && [...cache] }).then((saved) => {
  cache = saved.cache && new Map(saved.cache);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  cache.set(tab.id, tab.index);
  chrome.storage.session.set({ cache: cache && [...cache] });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(cache.size);
  });
  return true;
});
