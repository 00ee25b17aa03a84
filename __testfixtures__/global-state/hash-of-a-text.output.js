const seen = {};
let flags = 0;
const stateRestored = chrome.storage.session.get({ seen, flags }).then((saved) => {
  Object.assign(seen, saved.seen);
  flags = saved.flags;
}).catch(console.error);

function hashOf(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = ((hash << 5) - hash) + text.charCodeAt(i);
    hash |= 0;
  }
  return hash;
}

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await stateRestored;
  if (change.url) {
    seen[id] = hashOf(change.url);
    chrome.storage.session.set({ seen });
  }
  flags = flags | 4;
  chrome.storage.session.set({ flags });
});

chrome.browserAction.onClicked.addListener(async (tab) => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: `${seen[tab.id]} ${flags}` });
});
