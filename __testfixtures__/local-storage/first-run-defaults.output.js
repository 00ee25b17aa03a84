let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

// What there is at first.
storedLoaded.then(() => {
  stored.theme = String(stored.theme || 'dark');
  chrome.storage.local.set({ stored });
  stored['sort'] = String(stored['sort'] || 'title');
  chrome.storage.local.set({ stored });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  storedLoaded.then(() => {
    if (message === 'next') {
      stored.sort = 'date';
      chrome.storage.local.set({ stored });
    }
    sendResponse([stored.theme, stored.sort]);
  });
  return true;
});
