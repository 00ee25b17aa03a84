const engine = [{ id: 'web', url: 'https://a.example/?q=' }, { id: 'pages', url: 'https://b.example/?q=' }];

engine.forEach((engine) => {
  chrome.contextMenus.create({
    id: engine.id,
    title: engine.id,
    contexts: ['selection'],
    onclick: () => chrome.tabs.create({ url: engine.url }),
  });
});
