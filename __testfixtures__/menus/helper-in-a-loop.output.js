const ENGINES = [
  { key: 'words', name: 'Words', url: 'https://words.example/?q=' },
  { key: 'maps', name: 'Maps', url: 'https://maps.example/?q=' },
];

function add(id, title) {
  chrome.contextMenus.create({ id, title, contexts: ['selection'] });
}

chrome.runtime.onInstalled.addListener(() => {
  for (const engine of ENGINES) {
    add(engine.key, engine.name);
  }
});

chrome.contextMenus.onClicked.addListener((info) => {
  const engine = ENGINES.find((engine) => engine.key === info.menuItemId);
  if (engine === undefined) return;
  chrome.tabs.create({ url: engine.url + info.selectionText });
});
