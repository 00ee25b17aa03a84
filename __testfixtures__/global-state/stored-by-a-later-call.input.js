const closed = [];
const opened = [];

chrome.storage.local.get({ closed: [], opened: [] }, (stored) => {
  closed.push(...stored.closed);
  opened.push(...stored.opened);
});

function save() {
  chrome.storage.local.set({ closed: closed.slice(-100) });
}

chrome.tabs.onRemoved.addListener((id) => {
  closed.push(id);
  opened.splice(opened.indexOf(id), 1);
  save();
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${closed.length} closed, ${opened.length} open` });
});
