const KEY = "sessions";
const LOG = `log-${KEY}`;

chrome.storage.local.get(KEY, (items) => {
  chrome.storage.local.set({ [KEY]: (items[KEY] || 0) + 1 });
});

chrome.storage.local.get(LOG, (items) => {
  const log = items[LOG] || [];
  log.push(Date.now());
  items[LOG] = log;
  chrome.storage.local.set(items);
});

async function count() {
  const all = await chrome.storage.local.get({ [KEY]: 0 });
  all[KEY]++;
  await chrome.storage.local.set({ [KEY]: all[KEY] });
}
count();
