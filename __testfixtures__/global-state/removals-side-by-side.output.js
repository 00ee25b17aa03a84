const muted = new Set();
const waiting = new Set();
const titles = new Map();
const stateRestored = chrome.storage.session.get({ muted: [], waiting: [], titles: [] }).then((saved) => {
  for (const value of saved.muted) muted.add(value);
  for (const value of saved.waiting) waiting.add(value);
  for (const [key, value] of saved.titles) titles.set(key, value ?? undefined);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
  await stateRestored;
  if (change.mutedInfo) {
    muted.add(tabId);
    chrome.storage.session.set({ muted: [...muted] });
  }
  if (change.status === 'loading') {
    waiting.add(tabId);
    chrome.storage.session.set({ waiting: [...waiting] });
  }
  if (change.title) {
    titles.set(tabId, tab.title);
    chrome.storage.session.set({ titles: [...titles] });
  }
});

chrome.tabs.onRemoved.addListener(async (tabId, { windowId }) => {
  await stateRestored;
  muted.delete(tabId);
  waiting.delete(tabId);
  chrome.storage.session.set({ muted: [...muted], waiting: [...waiting] });
});

chrome.tabs.onReplaced.addListener(async (added, removed) => {
  await stateRestored;
  titles.delete(added);
  titles.delete(removed);
  chrome.storage.session.set({ titles: [...titles] });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message !== 'counts') return;
  stateRestored.then(() => {
    sendResponse([muted.size, waiting.size, titles.size]);
  });
  return true;
});
