const sites = [{ id: 'a', url: 'https://a.example/' }];
chrome.runtime.onMessage.addListener((site) => { sites.push(site); });

for (const site of sites) {
  chrome.contextMenus.create({ id: site.id, title: site.url, onclick: () => chrome.tabs.create({ url: site.url }) });
}
