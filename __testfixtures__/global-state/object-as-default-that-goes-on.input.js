const shown = { first: null };
const open = { list: [] };
const names = { list: [] };
const kept = { list: [] };

function show(tab, into = shown) {
  window.current = into;
  into.first = tab;
}

function rename(title, { list = names.list } = {}) {
  list.push(title);
}

function keep(id, into = kept.list) {
  return Object.freeze({ id, into });
}

const isOpen = (list = open.list) => list === window.current;

chrome.tabs.onActivated.addListener(({ tabId }) => {
  open.list.push(tabId);
  show(tabId);
  keep(tabId).into.push(tabId);
});

chrome.tabs.onUpdated.addListener((tabId, { title }) => {
  if (title) rename(title);
  if (isOpen()) chrome.tabs.sendMessage(tabId, [shown.first, names.list, kept.list]);
});
