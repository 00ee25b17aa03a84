const sites = [{ id: 'a', url: 'https://a.example/' }, { id: 'b', url: 'https://b.example/' }];
sites[0].id = chrome.i18n.getUILanguage();

for (const site of sites) {
  chrome.contextMenus.create({ id: site.id, title: site.url, onclick: () => chrome.tabs.create({ url: site.url }) });
}
