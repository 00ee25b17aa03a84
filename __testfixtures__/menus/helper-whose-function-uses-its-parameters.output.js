const BASE = 'https://example.com/';

const addSearch = (id, title, place = 0) =>
  chrome.contextMenus.create({ id: `search-${id}`, title, contexts: ['selection'] });

function search(url, words) {
  chrome.tabs.create({ url: url + encodeURIComponent(words) });
}

chrome.runtime.onInstalled.addListener(() => {
  addSearch('words', 'Words: %s');
  addSearch('maps', 'Maps: %s', 2);
});

const menuHandlers = {
  'search-words': ({ selectionText }) => search(BASE + 'words?', selectionText),
  'search-maps': ({ selectionText }) => search(BASE + 'maps/', selectionText)
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
