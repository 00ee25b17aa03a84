const recent = {};
const visits = {};
const seen = {};

function touch(windowId, tabId) {
  const list = (recent[windowId] ||= []);
  const index = list.indexOf(tabId);
  if (index >= 0) list.splice(index, 1);
  list.unshift(tabId);
}

function restart(windowId, tabId) {
  const list = visits[windowId] = [];
  list.push(tabId);
}

function note(windowId, tabId) {
  let entry;
  (entry = (seen[windowId] ??= { tabs: 0 })).tabs += 1;
  entry.last = tabId;
}

chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
  touch(windowId, tabId);
  note(windowId, tabId);
});

chrome.tabs.onAttached.addListener((tabId, { newWindowId }) => {
  restart(newWindowId, tabId);
});

chrome.windows.onRemoved.addListener((windowId) => {
  delete recent[windowId];
  delete visits[windowId];
  delete seen[windowId];
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'all') sendResponse([recent, visits, seen]);
});
