const api = typeof browser === 'undefined' ? chrome : browser;
const menus = api.menus || api.contextMenus;

api.runtime.onInstalled.addListener(() => {
  menus.create({
    id: 'copy-link',
    title: 'Copy as link',
    contexts: ['page'],
  });
});

menus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === 'copy-link') copy(tab.url);
});

function copy(url) {
  api.storage.local.set({ copied: url });
}
