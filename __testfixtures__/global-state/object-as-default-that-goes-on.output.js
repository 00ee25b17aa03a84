const shown = { first: null };
const open = { list: [] };
const names = { list: [] };
const stateRestored = chrome.storage.session.get({ "open.list": open.list, "names.list": names.list }).then((saved) => {
  open.list = saved["open.list"];
  names.list = saved["names.list"];
}).catch(console.error);
const kept = { list: [] };

function show(tab, into = shown) {
  window.current = into;
  into.first = tab;
}

function rename(title, { list = names.list } = {}) {
  list.push(title);
  chrome.storage.session.set({ "names.list": names.list });
}

function keep(id, into = kept.list) {
  return Object.freeze({ id, into });
}

const isOpen = (list = open.list) => list === window.current;

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  open.list.push(tabId);
  chrome.storage.session.set({ "open.list": open.list });
  show(tabId);
  keep(tabId).into.push(tabId);
});

chrome.tabs.onUpdated.addListener(async (tabId, { title }) => {
  await stateRestored;
  if (title) rename(title);
  if (isOpen()) chrome.tabs.sendMessage(tabId, [shown.first, names.list, kept.list]);
});
