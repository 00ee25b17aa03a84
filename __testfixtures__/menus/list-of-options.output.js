const items = [
  { id: 'open', title: 'Open', contexts: ['page'] },
  { id: 'line', type: 'separator', contexts: ['page'] },
  { id: 'copy', title: 'Copy', contexts: ['page'] },
];

const menuHandlers = {
  open: (info) => console.log('open', info.pageUrl),
  copy: copy,
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

function copy(info, tab) {
  console.log('copy', tab.title);
}

chrome.runtime.onInstalled.addListener(() => {
  items.forEach((item) => {
    chrome.contextMenus.create(item);
  });
});
