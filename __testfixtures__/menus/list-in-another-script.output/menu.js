function open(engine, info, tab) {
  chrome.tabs.create({ url: engine.url.replace('%s', encodeURIComponent(info.selectionText)), index: tab.index + 1 });
}

function buildMenu(hidden) {
  chrome.contextMenus.removeAll(function () {
    var parent = chrome.contextMenus.create({ id: 'parent', title: 'Search with', contexts: ['selection'] });
    engines.forEach(function (engine) {
      if (hidden && hidden.indexOf(engine.name) !== -1) return;
      chrome.contextMenus.create({
        id: engine.name,
        title: engine.name,
        parentId: parent,
        contexts: ['selection']
      });
    });
    chrome.contextMenus.create({
      id: 'options',
      title: 'Options', parentId: parent, contexts: ['selection']
    });
  });
}

chrome.contextMenus.onClicked.addListener(function (info) {
  if (info.menuItemId !== 'options') return;
  chrome.runtime.openOptionsPage();
});

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  var engine = engines.find(function (engine) { return engine.name === info.menuItemId; });
  if (engine === undefined) return;
  console.log(engine.name);
  open(engine, info, tab);
});

chrome.storage.onChanged.addListener(function (changes, area) {
  if (area === 'sync' && changes.hidden) buildMenu(changes.hidden.newValue);
});

function rebuildMenu() {
  chrome.storage.sync.get('hidden', function (items) {
    buildMenu(items.hidden);
  });
}

chrome.runtime.onInstalled.addListener(rebuildMenu);
chrome.runtime.onStartup.addListener(rebuildMenu);
