let hosts = {};
const loading = chrome.storage.local.get({ hosts: {} });

loading.then((found) => {
  hosts = found.hosts;
});

chrome.webNavigation.onCommitted.addListener(({ url }) => {
  const { hostname } = new URL(url);
  hosts[hostname] = (hosts[hostname] || 0) + 1;
  chrome.storage.local.set(hosts);
});
