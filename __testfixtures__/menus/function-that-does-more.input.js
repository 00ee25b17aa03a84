function createMenu() {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
  chrome.contextMenus.create({ id: 'b', title: 'B' });
}

function init() {
  const label = 'Search';
  chrome.commands.onCommand.addListener(search);
  // The menu
  createMenu();
  chrome.contextMenus.create({ id: 'search', title: label, onclick: search });
}

function search() {
  console.log('searched');
}

init();
