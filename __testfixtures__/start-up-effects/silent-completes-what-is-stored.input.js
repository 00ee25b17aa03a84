chrome.storage.sync.get(null, (items) => {
  const list = [];
  let count = 0;
  for (const key of Object.keys(items)) {
    count++;
    list.push(key);
  }
  const newest = list[list.length - 1];
  chrome.storage.sync.set({ ...items, mode: items.mode || "list", newest, count });
});

chrome.storage.local.get({ version: 0, starts: 0 }, (items) => {
  if (items.version < 2) {
    items.version++;
    items.starts += 1;
    chrome.storage.local.set(items);
  }
});
