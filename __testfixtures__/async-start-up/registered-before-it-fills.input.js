let muted = [];

async function start() {
  chrome.tabs.onCreated.addListener((tab) => {
    if (muted.includes(tab.windowId)) chrome.tabs.update(tab.id, { muted: true });
  });
  muted = (await chrome.storage.local.get({ muted: [] })).muted;
}

start();
