const items = [
  { id: 'copy', title: 'Copy', onclick: (info) => console.log('copy', info.linkUrl) },
  { id: 'open', title: 'Open', onclick: (info) => console.log('open', info.linkUrl) },
];

const base = { contexts: ['link'], onclick: shown };
function shown(info) {
  console.log('show', info.linkUrl);
}

function add(options) {
  chrome.contextMenus.create(Object.assign({ contexts: ['page'] }, options));
}

function item(id, title, onclick) {
  return { id, title, contexts: ['page'], onclick };
}

const more = [{ title: 'Without an id', contexts: ['page'] }];
chrome.runtime.onInstalled.addListener(() => {
  items.forEach((item) => {
    chrome.contextMenus.create(item);
  });
  chrome.contextMenus.create({ ...base, id: 'show', title: 'Show' });
  add({ id: 'save', title: 'Save', onclick: (info) => console.log('save', info.pageUrl) });
  chrome.contextMenus.create(item('print', 'Print', () => console.log('print')));
  for (const one of more) chrome.contextMenus.create(one);
});

// No item of a menu.
const button = { label: 'Go', onclick: () => console.log('go') };
console.log(button);
