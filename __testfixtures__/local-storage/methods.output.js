let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await storedLoaded;
  stored.mode = String(tab.active);
  chrome.storage.local.set({ stored });
  stored['kept-mode'] = String(tab.id);
  chrome.storage.local.set({ stored });
  stored.json = JSON.stringify([stored.a = 'a', stored.b = 'b']);
  chrome.storage.local.set({ stored });
  if (stored.mode === 'true' || !stored['kept-mode']) console.log(stored['kept-mode'] || 'light', ((stored.mode ?? null) + '').length);
  const mode = stored.mode ?? null;
  const modes = { mode: stored.mode ?? null, both: [stored.a ?? null, stored.b ?? null] };
  console.log(mode, modes, JSON.parse(stored.json ?? null), `${stored.mode ?? null}`, (stored.mode ?? null).length);
});
chrome.tabs.onRemoved.addListener(async () => {
  await storedLoaded;
  delete stored.mode;
  delete stored["kept-mode"];
  chrome.storage.local.set({ stored });
});
