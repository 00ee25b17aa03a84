const titles = {};
const stateRestored = chrome.storage.session.get({ titles }).then((saved) => {
  Object.assign(titles, saved.titles);
}).catch(console.error);
const addresses = {};
const labels = {};
const icons = new Map();

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await stateRestored;
  titles[id] = change.title;
  chrome.storage.session.set({ titles });
  addresses[id] = change.url;
  labels[id] = change.title;
  icons.set(id, { icon: change.favIconUrl });
});

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  // A member that is undefined is one that is missing here.
  if (titles[tabId]) console.log(titles[tabId]);
  if (tabId in addresses) console.log(Object.keys(labels).length);
  const { icon } = { icon: 'none', ...icons.get(tabId) };
  console.log(icon);
});
