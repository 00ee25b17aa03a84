let muted = new Set(['ads.example']);
const stateRestored = chrome.storage.session.get({ muted: [...muted] }).then((saved) => {
  muted = new Set(saved.muted);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await stateRestored;
  if (change.url) {
    muted.add(new URL(change.url).host);
    chrome.storage.session.set({ muted: [...muted] });
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    if (message === 'reset') {
      muted = new Set(['ads.example']);
      chrome.storage.session.set({ muted: [...muted] });
    }
    sendResponse([...muted]);
  });
  return true;
});
