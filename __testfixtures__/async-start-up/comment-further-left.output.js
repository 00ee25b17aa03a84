let blocked = ['example.com'];

const blockedLoaded = chrome.storage.local.get('blocked').then((data) => {
  if (data.blocked) blocked = data.blocked;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(close);

async function close(tabId, { url }) {
// Only what has an address.
  if (!url) return;
  await blockedLoaded;
// The list has names of hosts.
  if (blocked.includes(new URL(url).hostname)) chrome.tabs.remove(tabId);
}
