const names = {};
function add(id, title) { const { list } = { list: names }; list[id] = title; chrome.contextMenus.create({ id, title, contexts: ['page'] }); }
add('open', 'Open');
chrome.contextMenus.onClicked.addListener((info) => console.log(names[info.menuItemId]));
