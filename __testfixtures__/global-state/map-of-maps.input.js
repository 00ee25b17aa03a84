let visits = new Map();

chrome.tabs.onUpdated.addListener((id, change) => {
  if (!change.url) return;
  let hosts = visits.get(id);
  if (!hosts) {
    hosts = new Map();
    visits.set(id, hosts);
  }
  const host = new URL(change.url).host;
  hosts.set(host, (hosts.get(host) || 0) + 1);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const all = [];
  for (const [id, hosts] of visits) for (const [host, count] of hosts) all.push([id, host, count]);
  sendResponse(all);
});

chrome.tabs.onRemoved.addListener((id) => {
  visits.delete(id);
});
