const firstSeen = {};
const opened = {};
const titles = {};
const counters = {};
const told = new Map();
const ids = {};
const names = {};
let prefix = "a";

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  const { url } = tab;
  if (!url) return;
  await stateRestored;
  if (!firstSeen[url]) {
    firstSeen[url] = Date.now();
    chrome.storage.session.set({ firstSeen });
  }
  if (!opened[url]) {
    opened[url] = true;
    chrome.storage.session.set({ opened });
  }
  if (!titles[url]) {
    titles[url] = tab.title;
    chrome.storage.session.set({ titles });
  }
  (counters[url] || (counters[url] = { url: String(url), count: 0 })).count++;
  chrome.storage.session.set({ counters });
  if (!told.has(url)) {
    told.set(url, url.toUpperCase());
    chrome.storage.session.set({ told: [...told] });
    chrome.runtime.sendMessage(told.get(url));
  }
  if (!ids[url]) {
    ids[url] = nextId(url);
    chrome.storage.session.set({ ids });
  }
  if (!names[url]) {
    names[url] = prefix + url.toLowerCase();
    chrome.storage.session.set({ names });
  }
  chrome.tabs.sendMessage(tabId, [firstSeen[url], opened[url], titles[url], ids[url], names[url]]);
});

let last = 0;
const stateRestored = chrome.storage.session.get({ firstSeen, opened, titles, counters, told: [], ids, names, prefix, last }).then((saved) => {
  Object.assign(firstSeen, saved.firstSeen);
  Object.assign(opened, saved.opened);
  Object.assign(titles, saved.titles);
  Object.assign(counters, saved.counters);
  for (const [key, value] of saved.told) told.set(key, value);
  Object.assign(ids, saved.ids);
  Object.assign(names, saved.names);
  prefix = saved.prefix;
  last = saved.last;
}).catch(console.error);
function nextId(url) {
  last++;
  chrome.storage.session.set({ last });
  return url.length + last;
}

chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    prefix = String(message);
    chrome.storage.session.set({ prefix });
  });
});
