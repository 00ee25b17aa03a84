chrome.storage.sync.get({ sites: [] }, ({ sites }) => {
  for (const site of sites) chrome.contextMenus.create({ id: site, title: site });
});
