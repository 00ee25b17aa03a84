const recent = new Set();
const resting = new Set();
const open = new Set();
const asked = new Set();
const tried = new Set();
const failed = new Set();
const left = new Set();
const stateRestored = chrome.storage.session.get({ recent: [], open: [], failed: [], left: [] }).then((saved) => {
  for (const value of saved.recent) recent.add(value);
  for (const value of saved.open) open.add(value);
  for (const value of saved.failed) failed.add(value);
  for (const value of saved.left) left.add(value);
}).catch(console.error);
const moved = new Set();
const waiting = new Set();
const slow = new Set();
const limiter = new Bottleneck({ minTime: 60000 });

chrome.action.onClicked.addListener(async (tab) => {
  await stateRestored;
  if (recent.has(tab.id)) return;
  recent.add(tab.id);
  chrome.storage.session.set({ recent: [...recent] });
  setTimeout(() => {
    recent.delete(tab.id);
    chrome.storage.session.set({ recent: [...recent] });
  }, 60000);
  await chrome.tabs.reload(tab.id);
});

chrome.tabs.onUpdated.addListener(async (tabId) => {
  if (resting.has(tabId)) return;
  resting.add(tabId);
  await sleep(5 * 60 * 1000);
  resting.delete(tabId);
});

function sleep(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  open.add(id);
  chrome.storage.session.set({ open: [...open] });
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (open.has(id)) console.log(id);
  if (open.delete(id)) chrome.storage.session.set({ open: [...open] });
});

chrome.bookmarks.onCreated.addListener(async (id) => {
  if (asked.has(id)) return;
  asked.add(id);
  await chrome.runtime.sendMessage({ ask: id });
  asked.delete(id);
});

chrome.history.onVisited.addListener(({ url }) => {
  if (tried.has(url)) return;
  tried.add(url);
  fetch(url).then(() => tried.delete(url));
});

chrome.bookmarks.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (failed.has(id)) return;
  failed.add(id);
  chrome.storage.session.set({ failed: [...failed] });
  const answer = await fetch(`https://a.example/${id}`);
  if (answer.ok) {
    failed.delete(id);
    chrome.storage.session.set({ failed: [...failed] });
  }
});

chrome.bookmarks.onChanged.addListener(async (id) => {
  await stateRestored;
  if (left.has(id)) return;
  left.add(id);
  chrome.storage.session.set({ left: [...left] });
  const answer = await fetch(`https://a.example/${id}`);
  if (!answer.ok) return;
  if (left.delete(id)) chrome.storage.session.set({ left: [...left] });
});

chrome.tabs.onMoved.addListener(async (tabId, place) => {
  if (moved.has(place.fromIndex)) return;
  moved.add(place.fromIndex);
  await chrome.tabs.get(tabId);
  moved.delete(place.toIndex);
});

chrome.windows.onCreated.addListener(async ({ id }) => {
  if (waiting.has(id)) return;
  waiting.add(id);
  await new Promise((resolve) => {
    chrome.windows.onRemoved.addListener(function listener(windowId) {
      if (windowId !== id) return;
      chrome.windows.onRemoved.removeListener(listener);
      resolve();
    });
  });
  waiting.delete(id);
});

chrome.tabs.onReplaced.addListener(async (tabId) => {
  if (slow.has(tabId)) return;
  slow.add(tabId);
  await limiter.schedule(() => chrome.tabs.get(tabId));
  slow.delete(tabId);
});
