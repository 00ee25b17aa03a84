const names = {};
function all() { return names; }
function add(id, title) { all()[id] = title; chrome.contextMenus.create({ id, title, contexts: ['page'] }); }
add('open', 'Open');
chrome.contextMenus.onClicked.addListener((info) => console.log(names[info.menuItemId]));
