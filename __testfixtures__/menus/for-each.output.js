const SITES = ['a.example', 'b.example'];

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'sites', title: 'Sites' });
  SITES.forEach((site) => {
    chrome.contextMenus.create({ id: site, parentId: 'sites', title: `Open ${site}` });
  });
});
