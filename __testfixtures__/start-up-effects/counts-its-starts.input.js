chrome.storage.local.get({ sessions: 0 }, ({ sessions }) => {
  chrome.storage.local.set({ sessions: sessions + 1 });
});
