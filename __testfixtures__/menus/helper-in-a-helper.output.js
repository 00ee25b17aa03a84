function add(id, contexts) {
  chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(id), contexts });
}

const addLink = (id) => add(id, ['link']);

chrome.runtime.onInstalled.addListener(() => {
  add('open', ['page']);
  addLink('save');
  addLink('share');
});

const menuHandlers = {
  save: (info) => console.log('save', info.linkUrl),
  share: (info) => console.log('share', info.linkUrl),
  open: (info) => console.log('open', info.pageUrl)
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
