let blocked = ['example.com'];

chrome.storage.local.get('blocked', (data) => {
  if (data.blocked) blocked = data.blocked;
});

chrome.tabs.onUpdated.addListener(close);

function close(tabId, { url }) {
// Only what has an address.
  if (!url) return;
// The list has names of hosts.
  if (blocked.includes(new URL(url).hostname)) chrome.tabs.remove(tabId);
}
