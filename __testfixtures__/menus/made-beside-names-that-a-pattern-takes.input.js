const names = {};
function add({ target }, id, title) { Object.assign(target, { [id]: title }); chrome.contextMenus.create({ id, title, contexts: ['page'] }); }
add({ target: names }, 'open', 'Open');
chrome.contextMenus.onClicked.addListener((info) => console.log(names[info.menuItemId]));
