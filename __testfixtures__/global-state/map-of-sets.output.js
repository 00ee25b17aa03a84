const index = new Map();
const stateRestored = chrome.storage.session.get({ index: [] }).then((saved) => {
  for (const [key, value] of saved.index) index.set(key, new Set(value));
}).catch(console.error);

function tag(name, url) {
  if (!index.has(name)) {
    index.set(name, new Set());
    chrome.storage.session.set({ index: [...index].map(([key, value]) => [key, [...value]]) });
  }
  index.get(name).add(url);
  chrome.storage.session.set({ index: [...index].map(([key, value]) => [key, [...value]]) });
}

chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  await stateRestored;
  if (tab.url) tag(tab.title || 'none', tab.url);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(index.has(message) ? index.get(message).size : 0);
  });
  return true;
});
