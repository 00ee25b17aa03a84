function createMenu() {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
  chrome.contextMenus.create({ id: 'b', title: 'B' });
}

function init() {
  const label = 'Search';
  chrome.commands.onCommand.addListener(search);
  // The menu
  chrome.runtime.onInstalled.addListener(() => {
    createMenu();
    chrome.contextMenus.create({ id: 'search', title: label });
  });
}

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'search') search();
});

function search() {
  console.log('searched');
}

init();
