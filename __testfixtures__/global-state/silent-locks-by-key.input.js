const saving = new Set();
const loading = {};
const jobs = new Map();
const queue = [];
const going = new Set();
const shown = [];
let opening = false;
let closing = null;

chrome.action.onClicked.addListener(async (tab) => {
  if (saving.has(tab.id)) return;
  saving.add(tab.id);
  try {
    await fetch(`https://a.example/${tab.id}`, { method: 'POST' });
  } finally {
    saving.delete(tab.id);
  }
});

chrome.tabs.onUpdated.addListener(async (tabId, { url }) => {
  if (!url || loading[url]) return;
  loading[url] = true;
  await look(url);
  delete loading[url];
});

async function look(url) {
  const answer = await fetch(url);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return answer.text();
}

chrome.bookmarks.onCreated.addListener((id, { title, url }) => {
  jobs.set(id, { title, begun: Date.now() });
  fetch(url).finally(() => jobs.delete(id));
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'jobs') sendResponse([...jobs.values()].map(({ title }) => title));
});

chrome.tabs.onMoved.addListener((tabId) => {
  const previous = queue[queue.length - 1];
  const next = Promise.resolve(previous).then(() => chrome.tabs.get(tabId));
  next.then(() => {
    queue.splice(queue.indexOf(next), 1);
  });
  queue.push(next);
});

chrome.windows.onCreated.addListener((window) => {
  const reading = read(window.id);
  reading.catch(() => {}).then(() => going.delete(reading));
  going.add(reading);
});

chrome.windows.onRemoved.addListener(async () => {
  await Promise.all([...going]);
  console.log('all read');
});

function read(windowId) {
  return chrome.tabs.query({ windowId });
}

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  if (!shown.includes(tabId)) {
    shown.push(tabId);
    await chrome.tabs.get(tabId);
  }
  shown.splice(shown.indexOf(tabId), 1);
});

chrome.commands.onCommand.addListener(async () => {
  if (opening) return;
  try {
    opening = true;
    await chrome.tabs.create({});
  } finally {
    opening = false;
  }
});

chrome.tabs.onRemoved.addListener(async (tabId) => {
  if (closing !== null) await closing;
  const promise = fetch(`https://a.example/closed/${tabId}`);
  closing = promise;
  await promise;
  closing = null;
});
