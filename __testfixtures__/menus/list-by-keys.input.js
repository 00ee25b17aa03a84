const ENGINES = {
  words: { name: 'Words', url: 'https://words.example/?q=' },
  maps: { name: 'Maps', url: 'https://maps.example/?q=' },
};

Object.keys(ENGINES).forEach((key) => {
  chrome.contextMenus.create({
    id: `search-${key}`,
    title: ENGINES[key].name,
    contexts: ['selection'],
    onclick: (info) => chrome.tabs.create({ url: ENGINES[key].url + info.selectionText }),
  });
});

for (const mode in { light: 1, dark: 2 }) {
  chrome.contextMenus.create({ id: mode, title: mode, contexts: ['page'], onclick: paint });
}

function paint(info) {
  chrome.tabs.executeScript({ code: `document.body.className = '${info.menuItemId}'` });
}
