let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

storedLoaded.then(() => {
  if ((stored.installed ?? null) === null) {
    stored.count = '0';
    chrome.storage.local.set({ stored });
    stored.installed = String(Date.now());
    chrome.storage.local.set({ stored });
    chrome.tabs.create({ url: 'welcome.html' });
  }
  if (typeof stored.theme === 'undefined') {
    stored.theme = '';
    chrome.storage.local.set({ stored });
  }
  if (!('sort' in stored)) {
    stored.sort = 'title';
    chrome.storage.local.set({ stored });
  }
});
chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.count = String(Number(stored.count) + 1);
  chrome.storage.local.set({ stored });
});
chrome.runtime.onMessage.addListener((message) => {
  if (message.theme !== undefined) {
    storedLoaded.then(() => {
      stored.theme = String(message.theme);
      chrome.storage.local.set({ stored });
    });
  }
});
