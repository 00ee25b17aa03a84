let titles = new Map();
const names = new Map();
const labels = {};
const hosts = {};
const last = new Map();
let mode = "long";

function titleOf(url) {
  if (!titles.has(url)) titles.set(url, url.trim());
  return titles.get(url);
}

function nameOf(url) {
  if (names.has(url)) return names.get(url);
  const name = url.toLowerCase();
  names.set(url, name);
  if (names.size > 2) {
    names.clear();
    mode = Symbol("short");
  }
  return name;
}

function lastOf(url) {
  if (!last.has(url)) last.set(url, url.trim());
  if (last.size > 2) last.clear();
  return last.get(url);
}

function labelOf(url) {
  if (url in labels) {
    return labels[url];
  } else {
    let label;
    if (mode === "long") label = url;
    else label = url.slice(8);
    labels[url] = label;
    return label;
  }
}

function hostOf(url) {
  if (labels[url]) return hosts[url];
  return hosts[url] = String(mode) + url;
}

chrome.tabs.onUpdated.addListener((tabId, info, { url }) => {
  chrome.tabs.sendMessage(tabId, [titleOf(url), nameOf(url), lastOf(url), labelOf(url), hostOf(url)]);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "reset") titles = new Map([["a", "b"]]);
  sendResponse(titles.size);
});
