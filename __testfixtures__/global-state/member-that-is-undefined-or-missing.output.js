const titles = {};
const icons = new Map();
const stateRestored = chrome.storage.session.get({ titles, icons: [] }).then((saved) => {
  Object.assign(titles, saved.titles);
  for (const [key, value] of saved.icons) icons.set(key, value);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await stateRestored;
  titles[id] = change.title;
  icons.set(id, { icon: change.favIconUrl });
  chrome.storage.session.set({ titles, icons: [...icons] });
});

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  if (titles[tabId]) console.log(titles[tabId]);
  const { icon } = icons.get(tabId) || {};
  console.log(icon);
});
