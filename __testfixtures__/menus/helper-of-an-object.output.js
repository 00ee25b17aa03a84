const menu = {
  build() {
    this.add('open', 'Open');
    this.add('copy', 'Copy');
  },

  add(id, title) {
    chrome.contextMenus.create({ id, title, contexts: ['page'] });
  },
};

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
  menu.build();
});
