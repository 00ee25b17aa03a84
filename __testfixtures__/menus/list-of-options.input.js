const items = [
  { id: 'open', title: 'Open', contexts: ['page'], onclick: (info) => console.log('open', info.pageUrl) },
  { id: 'line', type: 'separator', contexts: ['page'] },
  { id: 'copy', title: 'Copy', contexts: ['page'], onclick: copy },
];

function copy(info, tab) {
  console.log('copy', tab.title);
}

items.forEach((item) => {
  chrome.contextMenus.create(item);
});
