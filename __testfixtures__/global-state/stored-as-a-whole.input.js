let results;
const loading = chrome.storage.local.get();

loading.then((found) => {
  results = found;
  if (!results.hosts) results = { hosts: {} };
});

chrome.webNavigation.onCommitted.addListener(({ url }) => {
  const { hostname } = new URL(url);
  results.hosts[hostname] = (results.hosts[hostname] || 0) + 1;
  chrome.storage.local.set(results);
});
