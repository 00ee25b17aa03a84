const ENGINES = {
  words: { name: 'Words', url: 'https://words.example/?q=' },
  maps: { name: 'Maps', url: 'https://maps.example/?q=' },
};

chrome.runtime.onInstalled.addListener(() => {
  for (const [key, engine] of Object.entries(ENGINES)) {
    chrome.contextMenus.create({
      id: key,
      title: engine.name,
      contexts: ['selection'],
    });
  }
});

chrome.contextMenus.onClicked.addListener(function(info, tab) {
  const item = Object.entries(ENGINES).find(([key, engine]) => key === info.menuItemId);
  if (item === undefined) return;
  const [key, engine] = item;
  chrome.tabs.create({ url: engine.url + info.selectionText, index: tab.index });
});
