let cache = null;
const stateRestored = chrome.storage.session.get({ cache: cache && [...cache] }).then((saved) => {
  cache = saved.cache && new Map(saved.cache);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (!cache) {
    cache = new Map();
    chrome.storage.session.set({ cache: cache && [...cache] });
  }
  cache.set(tab.id, tab.index);
  chrome.storage.session.set({ cache: cache && [...cache] });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(cache ? cache.size : 'none');
  });
  return true;
});

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  cache = null;
  chrome.storage.session.set({ cache: cache && [...cache] });
});
