const SITES = ['a.example', 'b.example'];

chrome.contextMenus.create({ id: 'sites', title: 'Sites' });
SITES.forEach((site) => {
  chrome.contextMenus.create({ parentId: 'sites', title: `Open ${site}` });
});
