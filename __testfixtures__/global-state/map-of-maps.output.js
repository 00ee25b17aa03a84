let visits = new Map();
const stateRestored = chrome.storage.session.get({ visits: [...visits].map(([key, value]) => [key, [...value]]) }).then((saved) => {
  visits = new Map(saved.visits.map(([key, value]) => [key, new Map(value)]));
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change) => {
  if (!change.url) return;
  await stateRestored;
  let hosts = visits.get(id);
  if (!hosts) {
    hosts = new Map();
    visits.set(id, hosts);
    chrome.storage.session.set({ visits: [...visits].map(([key, value]) => [key, [...value]]) });
  }
  const host = new URL(change.url).host;
  hosts.set(host, (hosts.get(host) || 0) + 1);
  chrome.storage.session.set({ visits: [...visits].map(([key, value]) => [key, [...value]]) });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const all = [];
  stateRestored.then(() => {
    for (const [id, hosts] of visits) for (const [host, count] of hosts) all.push([id, host, count]);
    sendResponse(all);
  });
  return true;
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (visits.delete(id)) chrome.storage.session.set({ visits: [...visits].map(([key, value]) => [key, [...value]]) });
});
