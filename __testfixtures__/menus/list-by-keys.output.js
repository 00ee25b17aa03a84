const ENGINES = {
  words: { name: 'Words', url: 'https://words.example/?q=' },
  maps: { name: 'Maps', url: 'https://maps.example/?q=' },
};

chrome.runtime.onInstalled.addListener(() => {
  Object.keys(ENGINES).forEach((key) => {
    chrome.contextMenus.create({
      id: `search-${key}`,
      title: ENGINES[key].name,
      contexts: ['selection'],
    });
  });

  for (const mode in { light: 1, dark: 2 }) {
    chrome.contextMenus.create({ id: mode, title: mode, contexts: ['page'] });
  }
});

const menuHandlers = {
  light: paint,
  dark: paint,
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

chrome.contextMenus.onClicked.addListener((info) => {
  const key = Object.keys(ENGINES).find((key) => `search-${key}` === info.menuItemId);
  if (key !== undefined) chrome.tabs.create({ url: ENGINES[key].url + info.selectionText });
});

function paint(info) {
  chrome.tabs.executeScript({ code: `document.body.className = '${info.menuItemId}'` });
}
