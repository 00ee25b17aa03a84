chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'help', title: 'Help' });
});

chrome.storage.sync.get({ sites: [] }, ({ sites }) => {
  for (const site of sites) chrome.contextMenus.create({ id: site, title: site });
});
