const items = [
  { id: 'copy', title: 'Copy' },
  { id: 'open', title: 'Open' },
];

const base = { contexts: ['link'], onclick: shown };
function shown(info) {
  console.log('show', info.linkUrl);
}

function add(options) {
  chrome.contextMenus.create(Object.assign({ contexts: ['page'] }, options));
}

const menuHandlers = {
  copy: (info) => console.log('copy', info.linkUrl),
  open: (info) => console.log('open', info.linkUrl),
  save: (info) => console.log('save', info.pageUrl),
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

function item(id, title, onclick) {
  return { id, title, contexts: ['page'], onclick };
}

const more = [{ title: 'Without an id', contexts: ['page'] }];
chrome.runtime.onInstalled.addListener(() => {
  items.forEach((item) => {
    chrome.contextMenus.create(item);
  });
  chrome.contextMenus.create({ ...base, id: 'show', title: 'Show' });
  add({ id: 'save', title: 'Save' });
  chrome.contextMenus.create(item('print', 'Print', () => console.log('print')));
  for (const one of more) chrome.contextMenus.create(one);
});

// No item of a menu.
const button = { label: 'Go', onclick: () => console.log('go') };
console.log(button);
