const info = [{ id: 'web', url: 'https://a.example/' }, { id: 'pages', url: 'https://b.example/' }];
const item = [{ id: 'more', url: 'https://c.example/' }, { id: 'most', url: 'https://d.example/' }];

for (const engine of info) {
  chrome.contextMenus.create({ id: engine.id, title: engine.id, onclick: () => chrome.tabs.create({ url: engine.url }) });
}

for (const { id, url } of item) {
  chrome.contextMenus.create({ id, title: id, onclick: () => chrome.tabs.create({ url }) });
}
