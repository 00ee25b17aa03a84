(function () {
  let stored = {};
  const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
    stored = saved.stored;
  });

  storedLoaded.then(() => {
    if (!stored.installed) {
      stored.installed = 'true';
      chrome.storage.local.set({ stored });
      chrome.tabs.create({ url: 'welcome.html' });
    }
  });
  chrome.tabs.onCreated.addListener(async () => {
    await storedLoaded;
    stored.count = String(Number(stored.count) + 1);
    chrome.storage.local.set({ stored });
  });
})();
