const menu = {
  lockId: null,

  build() {
    this.lockId = chrome.contextMenus.create({ type: 'checkbox', title: 'Lock', contexts: ['page'] });
  },

  update(locked) {
    const { lockId } = this;
    if (lockId !== null) chrome.contextMenus.update(Number(lockId), { checked: locked });
  },
};

const noteId = chrome.contextMenus.create({ title: 'Note', contexts: ['page'] });
let pageId = -1;

menu.build();
pageId = chrome.contextMenus.create({ title: 'Page', contexts: ['page'] });

chrome.runtime.onMessage.addListener((locked) => {
  menu.update(locked);
  chrome.contextMenus.update(parseInt(noteId, 10), { title: 'Noted' });
  if (typeof pageId === 'number') chrome.contextMenus.update(pageId, { title: 'Pages' });
});
