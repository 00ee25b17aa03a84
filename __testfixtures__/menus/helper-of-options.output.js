function add(options) {
  chrome.contextMenus.create(Object.assign({ contexts: ['page'] }, options));
}

chrome.runtime.onInstalled.addListener(() => {
  add({ id: 'open', title: 'Open' });
  add({
    id: 'copy',
    title: 'Copy',
  });
});

const menuHandlers = {
  open: (info) => console.log('open', info.pageUrl),
  copy: function(info, tab) {
    console.log('copy', tab.title);
  },
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
