let pinned = [];

async function start() {
  const items = await chrome.storage.local.get({ pinned: [] });
  pinned = items.pinned;
  chrome.storage.onChanged.addListener((changes) => {
    if (changes.pinned) chrome.runtime.sendMessage(pinned.length);
  });
  note();
}

function note() {
  chrome.storage.local.set({ version: 2 });
}

start();
