const BASE = 'https://example.com/';

const addSearch = (id, title, path, place = 0) =>
  chrome.contextMenus.create({ id: `search-${id}`, title, contexts: ['selection'], onclick: ({ selectionText }) => search(BASE + path, selectionText) });

function search(url, words) {
  chrome.tabs.create({ url: url + encodeURIComponent(words) });
}

addSearch('words', 'Words: %s', 'words?');
addSearch('maps', 'Maps: %s', 'maps/', 2);
