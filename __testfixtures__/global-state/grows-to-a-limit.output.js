const MAX = 50;
const recent = [];
const first = [];
let last = [];
const opened = new Map();
const waiting = {};
let hour = [];
const queue = [];
const stateRestored = chrome.storage.session.get({ recent, first, last, opened: [], waiting, hour, queue }).then((saved) => {
  recent.push(...saved.recent);
  first.push(...saved.first);
  last = saved.last;
  for (const [key, value] of saved.opened) opened.set(key, value);
  Object.assign(waiting, saved.waiting);
  hour = saved.hour;
  queue.push(...saved.queue);
}).catch(console.error);

function forget(table, id) {
  delete table[id];
  chrome.storage.session.set({ waiting });
}

chrome.tabs.onCreated.addListener(async ({ id, windowId }) => {
  await stateRestored;
  recent.push(id);
  chrome.storage.session.set({ recent });
  if (recent.length > MAX) {
    recent.shift();
    chrome.storage.session.set({ recent });
  }
  if (first.length < MAX) {
    first.push(id);
    chrome.storage.session.set({ first });
  }
  last.push(id);
  chrome.storage.session.set({ last });
  last = last.slice(-10);
  opened.set(id, windowId);
  waiting[id] = windowId;
  hour.push(id);
  queue.push(id);
  chrome.storage.session.set({ last, opened: [...opened], waiting, hour, queue });
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (opened.delete(id)) chrome.storage.session.set({ opened: [...opened] });
  forget(waiting, id);
});
chrome.alarms.onAlarm.addListener(async () => {
  await stateRestored;
  hour = [];
  chrome.storage.session.set({ hour });
  const all = queue;
  all.length = 0;
  chrome.storage.session.set({ queue });
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(recent, first, last, [...opened], waiting, hour, queue);
});
