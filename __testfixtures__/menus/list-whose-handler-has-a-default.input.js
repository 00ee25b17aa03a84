const engines = [{ id: 'web', url: 'https://a.example/?q=' }, { id: 'pages', url: 'https://b.example/?q=' }];

for (const engine of engines) {
  chrome.contextMenus.create({
    id: engine.id,
    title: engine.id,
    contexts: ['selection'],
    onclick: (info, tab, url = engine.url) => chrome.tabs.create({ url: url + info.selectionText }),
  });
}
