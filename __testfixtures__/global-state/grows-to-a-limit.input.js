const MAX = 50;
const recent = [];
const first = [];
let last = [];
const opened = new Map();
const waiting = {};
let hour = [];
const queue = [];

function forget(table, id) {
  delete table[id];
}

chrome.tabs.onCreated.addListener(({ id, windowId }) => {
  recent.push(id);
  if (recent.length > MAX) recent.shift();
  if (first.length < MAX) first.push(id);
  last.push(id);
  last = last.slice(-10);
  opened.set(id, windowId);
  waiting[id] = windowId;
  hour.push(id);
  queue.push(id);
});
chrome.tabs.onRemoved.addListener((id) => {
  opened.delete(id);
  forget(waiting, id);
});
chrome.alarms.onAlarm.addListener(() => {
  hour = [];
  const all = queue;
  all.length = 0;
});
chrome.browserAction.onClicked.addListener(() => {
  console.log(recent, first, last, [...opened], waiting, hour, queue);
});
