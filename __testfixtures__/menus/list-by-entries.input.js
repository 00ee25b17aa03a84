const ENGINES = {
  words: { name: 'Words', url: 'https://words.example/?q=' },
  maps: { name: 'Maps', url: 'https://maps.example/?q=' },
};

for (const [key, engine] of Object.entries(ENGINES)) {
  chrome.contextMenus.create({
    id: key,
    title: engine.name,
    contexts: ['selection'],
    onclick(info, tab) {
      chrome.tabs.create({ url: engine.url + info.selectionText, index: tab.index });
    },
  });
}
