const sites = [{ name: 'A' }, { name: 'B' }];

function add(site) {
  chrome.contextMenus.create({ title: site.name, contexts: ['link'] });
}

sites.forEach(add);
