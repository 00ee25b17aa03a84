const hosts = new Set();
const titles = new Map();
let urls = [];
let log = [];
const visits = {};
const stateRestored = chrome.storage.session.get({ hosts: [], titles: [], urls, log, visits }).then((saved) => {
  for (const value of saved.hosts) hosts.add(value);
  for (const [key, value] of saved.titles) titles.set(key, value);
  urls = saved.urls;
  log = saved.log;
  Object.assign(visits, saved.visits);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  await stateRestored;
  hosts.add(new URL(tab.url).host);
  chrome.storage.session.set({ hosts: [...hosts] });
  titles.set(id, String(tab.title));
  chrome.storage.session.set({ titles: [...titles] });
  urls = [...urls, String(tab.url)];
  chrome.storage.session.set({ urls });
  log = log.concat(id);
  visits[tab.url] = Date.now();
  chrome.storage.session.set({ log, visits });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(hosts.size, titles.size, urls.length, log.length, Object.keys(visits).length);
  if (urls.length > 0) console.log(urls[0]);
});
