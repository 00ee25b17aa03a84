const items = [
  { id: 'copy', title: 'Copy', onclick: (info) => console.log('copy', info.linkUrl) },
  { id: 'open', title: 'Open', onclick: (info) => console.log('open', info.linkUrl) },
];
items.forEach((item) => {
  chrome.contextMenus.create(item);
});

const base = { contexts: ['link'], onclick: shown };
chrome.contextMenus.create({ ...base, id: 'show', title: 'Show' });
function shown(info) {
  console.log('show', info.linkUrl);
}

function add(options) {
  chrome.contextMenus.create(Object.assign({ contexts: ['page'] }, options));
}
add({ id: 'save', title: 'Save', onclick: (info) => console.log('save', info.pageUrl) });

function item(id, title, onclick) {
  return { id, title, contexts: ['page'], onclick };
}
chrome.contextMenus.create(item('print', 'Print', () => console.log('print')));

const more = [{ title: 'Without an id', contexts: ['page'] }];
for (const one of more) chrome.contextMenus.create(one);

// No item of a menu.
const button = { label: 'Go', onclick: () => console.log('go') };
console.log(button);
