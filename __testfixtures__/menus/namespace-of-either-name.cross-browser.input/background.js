const api = typeof browser === 'undefined' ? chrome : browser;
const menus = api.menus || api.contextMenus;

menus.create({
  id: 'copy-link',
  title: 'Copy as link',
  contexts: ['page'],
  onclick: (info, tab) => copy(tab.url),
});

function copy(url) {
  api.storage.local.set({ copied: url });
}
