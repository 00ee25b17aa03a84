const hosts = new Set();
const titles = new Map();
let urls = [];
let log = [];
const visits = {};

chrome.tabs.onUpdated.addListener((id, change, tab) => {
  hosts.add(new URL(tab.url).host);
  titles.set(id, String(tab.title));
  urls = [...urls, String(tab.url)];
  log = log.concat(id);
  visits[tab.url] = Date.now();
});

chrome.browserAction.onClicked.addListener(() => {
  console.log(hosts.size, titles.size, urls.length, log.length, Object.keys(visits).length);
  if (urls.length > 0) console.log(urls[0]);
});
