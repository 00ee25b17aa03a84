const addresses = {};
const labels = {};
const icons = new Map();

chrome.tabs.onUpdated.addListener((id, change) => {
  addresses[id] = change.url;
  labels[id] = change.title;
  icons.set(id, { icon: change.favIconUrl });
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (tabId in addresses) console.log(Object.keys(labels).length);
  const { icon } = { icon: 'none', ...icons.get(tabId) };
  console.log(icon);
});
