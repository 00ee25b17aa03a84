let blocked = [];
let paused = false;
const known = new Map();

function refill() {
  chrome.storage.local.get({ sites: [], mode: 'on' }, ({ sites, mode }) => {
    blocked = sites.map((site) => site.host);
    if (mode === 'off') paused = true;
    else paused = false;
    sites.forEach((site) => known.set(site.host, true));
  });
}

refill();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'refill') refill();
});
chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (!paused && (blocked.includes(url) || known.has(url))) chrome.tabs.remove(id);
});
