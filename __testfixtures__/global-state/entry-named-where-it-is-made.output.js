const recent = {};
const visits = {};
const seen = {};
const stateRestored = chrome.storage.session.get({ recent, visits, seen }).then((saved) => {
  Object.assign(recent, saved.recent);
  Object.assign(visits, saved.visits);
  Object.assign(seen, saved.seen);
}).catch(console.error);

function touch(windowId, tabId) {
  const list = (recent[windowId] ||= []);
  chrome.storage.session.set({ recent });
  const index = list.indexOf(tabId);
  if (index >= 0) {
    list.splice(index, 1);
    chrome.storage.session.set({ recent });
  }
  list.unshift(tabId);
  chrome.storage.session.set({ recent });
}

function restart(windowId, tabId) {
  const list = visits[windowId] = [];
  chrome.storage.session.set({ visits });
  list.push(tabId);
  chrome.storage.session.set({ visits });
}

function note(windowId, tabId) {
  let entry;
  (entry = (seen[windowId] ??= { tabs: 0 })).tabs += 1;
  entry.last = tabId;
  chrome.storage.session.set({ seen });
}

chrome.tabs.onActivated.addListener(async ({ tabId, windowId }) => {
  await stateRestored;
  touch(windowId, tabId);
  note(windowId, tabId);
});

chrome.tabs.onAttached.addListener(async (tabId, { newWindowId }) => {
  await stateRestored;
  restart(newWindowId, tabId);
});

chrome.windows.onRemoved.addListener(async (windowId) => {
  await stateRestored;
  delete recent[windowId];
  delete visits[windowId];
  delete seen[windowId];
  chrome.storage.session.set({ recent, visits, seen });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'all') {
    stateRestored.then(() => {
      sendResponse([recent, visits, seen]);
    });
    return true;
  }
});
