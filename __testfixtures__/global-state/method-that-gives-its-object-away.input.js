const recent = [];
const store = {
  keep: null,
  add(entry) {
    this.keep = entry;
    recent.push(entry);
  },
};

chrome.tabs.onCreated.addListener((tab) => {
  const entry = { id: tab.id, seen: 0 };
  store.add(entry);
});
chrome.tabs.onActivated.addListener(() => {
  if (store.keep) store.keep.seen += 1;
  console.log(recent.length && recent[0].seen);
});
