const PLACES = [
  { key: 'words', name: 'Words', badge: 'W' },
  { key: 'maps', name: 'Maps', badge: 'M' },
];

const EXTRAS = [
  { id: 'note', title: 'Note this page', contexts: ['page'], onclick: (info) => note(info.pageUrl) },
  { id: 'forget', title: 'Forget the notes', contexts: ['page'], onclick: forget },
];

function add(id, title, parentId, run) {
  return chrome.contextMenus.create({ id, title, parentId, contexts: ['page'], onclick: (info, tab) => run(info, tab) });
}

function addBadge(id, title, text, parentId) {
  chrome.contextMenus.create({ id: `badge-${id}`, title, parentId, contexts: ['page'], onclick: () => show(text) });
}

function buildMenu() {
  const root = add('root', 'Word tools', undefined, () => {});
  add('count', 'Count the notes', root, () => {
    readNotes((notes) => show(String(notes.length)));
  });
  for (const place of PLACES) {
    add(place.key, place.name, root, (info) => {
      show(place.badge);
      note(`${place.key} of ${info.pageUrl}`);
    });
  }
  addBadge('on', 'Show it', 'on', root);
  addBadge('off', 'Hide it', '', root);
  EXTRAS.forEach((item) => chrome.contextMenus.create(item));
}

function show(text) {
  chrome.browserAction.setBadgeText({ text });
}

function readNotes(use) {
  chrome.storage.local.get({ notes: [] }, ({ notes }) => use(notes));
}

function note(text) {
  readNotes((notes) => chrome.storage.local.set({ notes: [...notes, text] }));
}

function forget(info, tab) {
  chrome.storage.local.set({ notes: [] }, () => show(tab.url.startsWith('http') ? '0' : '?'));
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(message));

buildMenu();
