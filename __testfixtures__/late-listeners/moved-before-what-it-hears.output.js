let pinned = [];

async function start() {
  const items = await chrome.storage.local.get({ pinned: [] });
  pinned = items.pinned;
  note();
}

function note() {
  chrome.storage.local.set({ version: 2 });
}

const pinnedLoaded = start().catch(console.error);

chrome.storage.onChanged.addListener(async (changes) => {
  await pinnedLoaded;
  if (changes.pinned) chrome.runtime.sendMessage(pinned.length);
});
