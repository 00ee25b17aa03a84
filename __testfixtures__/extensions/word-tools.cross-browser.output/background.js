const PLACES = [
  { key: 'words', name: 'Words', badge: 'W' },
  { key: 'maps', name: 'Maps', badge: 'M' },
];

const EXTRAS = [
  { id: 'note', title: 'Note this page', contexts: ['page'] },
  { id: 'forget', title: 'Forget the notes', contexts: ['page'] },
];

function add(id, title, parentId) {
  return chrome.contextMenus.create({ id, title, parentId, contexts: ['page'] });
}

function addBadge(id, title, parentId) {
  chrome.contextMenus.create({ id: `badge-${id}`, title, parentId, contexts: ['page'] });
}

function buildMenu() {
  const root = add('root', 'Word tools', undefined);
  add('count', 'Count the notes', root);
  for (const place of PLACES) {
    add(place.key, place.name, root);
  }
  addBadge('on', 'Show it', root);
  addBadge('off', 'Hide it', root);
  EXTRAS.forEach((item) => chrome.contextMenus.create(item));
}

const menuHandlers = {
  root: () => {},
  count: () => {
    readNotes((notes) => show(String(notes.length)));
  },
  'badge-on': () => show('on'),
  'badge-off': () => show(''),
  note: (info) => note(info.pageUrl),
  forget: forget,
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

chrome.contextMenus.onClicked.addListener((info) => {
  const place = PLACES.find((place) => place.key === info.menuItemId);
  if (place === undefined) return;
  show(place.badge);
  note(`${place.key} of ${info.pageUrl}`);
});

function show(text) {
  chrome.action.setBadgeText({ text });
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

chrome.runtime.onInstalled.addListener(buildMenu);
