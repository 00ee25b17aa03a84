const ENGINES = [
  { key: 'words', name: 'Words', url: 'https://words.example/?q=' },
  { key: 'maps', name: 'Maps', url: 'https://maps.example/?q=' },
];

function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['selection'], onclick: run });
}

for (const engine of ENGINES) {
  add(engine.key, engine.name, (info) => {
    chrome.tabs.create({ url: engine.url + info.selectionText });
  });
}
