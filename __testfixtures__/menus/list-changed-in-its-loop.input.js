const sites = [{ id: 'a', url: 'a.example' }, { id: 'b', url: 'b.example' }];

sites.forEach((site) => {
  site.url = `https://${site.url}/`;
  chrome.contextMenus.create({ id: site.id, title: site.url });
});

chrome.contextMenus.onClicked.addListener((info) => {
  chrome.tabs.create({ url: sites.find((site) => site.id === info.menuItemId).url });
});
