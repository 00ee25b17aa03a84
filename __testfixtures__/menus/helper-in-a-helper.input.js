function add(id, contexts, run) {
  chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(id), contexts, onclick: run });
}

const addLink = (id, run) => add(id, ['link'], run);

add('open', ['page'], (info) => console.log('open', info.pageUrl));
addLink('save', (info) => console.log('save', info.linkUrl));
addLink('share', (info) => console.log('share', info.linkUrl));
