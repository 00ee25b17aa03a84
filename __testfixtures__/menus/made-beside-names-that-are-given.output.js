const names = {};
function add(target, id, title) {
  target[id] = title;
  chrome.contextMenus.create({ id, title, contexts: ['page'] }, () => void chrome.runtime.lastError);
}
add(names, 'open', 'Open');
chrome.contextMenus.onClicked.addListener((info) => console.log(names[info.menuItemId]));
