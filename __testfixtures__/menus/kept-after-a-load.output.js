let settings = {};

function text(name) {
  return chrome.i18n.getMessage(name);
}

function showColor() {
  chrome.action.setBadgeBackgroundColor({ color: settings.color });
}

chrome.storage.sync.get({ color: 'yellow' }, (items) => {
  settings = items;
  showColor();
  const contexts = ['selection', 'link'];
  chrome.contextMenus.create({ id: 'mark', title: text('mark'), contexts }, () => void chrome.runtime.lastError);
  chrome.contextMenus.create({ id: 'mark-all', parentId: 'mark', title: text('markAll'), contexts: [...contexts] }, () => void chrome.runtime.lastError);
});

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  chrome.tabs.sendMessage(tab.id, { menuItemId });
});
