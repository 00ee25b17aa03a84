const titles = {};
const icons = new Map();

chrome.tabs.onUpdated.addListener((id, change) => {
  titles[id] = change.title;
  icons.set(id, { icon: change.favIconUrl });
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (titles[tabId]) console.log(titles[tabId]);
  const { icon } = icons.get(tabId) || {};
  console.log(icon);
});
