setInterval(ping, 60000);
setInterval(async () => {
  const { urls = [] } = await chrome.storage.local.get('urls');
  chrome.action.setBadgeText({ text: String(urls.length) });
}, 60000 * 3);

function ping() {
  chrome.storage.local.get({ pings: 0 }, ({ pings }) => chrome.storage.local.set({ pings: pings + 1 }));
}
