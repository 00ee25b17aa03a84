const engines = [{ id: 'web', url: 'https://a.example/?q=' }, { id: 'page', url: 'https://b.example/?q=' }];

for (const engine of engines) {
  if (engine.id === 'page') continue;
  chrome.contextMenus.create({
    id: engine.id,
    title: engine.id,
    contexts: ['selection'],
    onclick: (info) => chrome.tabs.create({ url: engine.url + info.selectionText }),
  });
}

chrome.contextMenus.create({
  id: 'page',
  title: 'This page',
  contexts: ['page'],
  onclick: () => chrome.runtime.openOptionsPage(),
});
