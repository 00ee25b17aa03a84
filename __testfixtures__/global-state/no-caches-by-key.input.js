const firstSeen = {};
const opened = {};
const titles = {};
const counters = {};
const told = new Map();
const ids = {};
const names = {};
let prefix = "a";

chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  const { url } = tab;
  if (!url) return;
  if (!firstSeen[url]) firstSeen[url] = Date.now();
  if (!opened[url]) opened[url] = true;
  if (!titles[url]) titles[url] = tab.title;
  (counters[url] || (counters[url] = { url: String(url), count: 0 })).count++;
  if (!told.has(url)) {
    told.set(url, url.toUpperCase());
    chrome.runtime.sendMessage(told.get(url));
  }
  if (!ids[url]) ids[url] = nextId(url);
  if (!names[url]) names[url] = prefix + url.toLowerCase();
  chrome.tabs.sendMessage(tabId, [firstSeen[url], opened[url], titles[url], ids[url], names[url]]);
});

let last = 0;
function nextId(url) {
  last++;
  return url.length + last;
}

chrome.runtime.onMessage.addListener((message) => {
  prefix = String(message);
});
