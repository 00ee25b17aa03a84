function open(engine, info, tab) {
  chrome.tabs.create({ url: engine.url.replace('%s', encodeURIComponent(info.selectionText)), index: tab.index + 1 });
}

function buildMenu(hidden) {
  chrome.contextMenus.removeAll(function () {
    var parent = chrome.contextMenus.create({ title: 'Search with', contexts: ['selection'] });
    engines.forEach(function (engine) {
      if (hidden && hidden.indexOf(engine.name) !== -1) return;
      chrome.contextMenus.create({
        title: engine.name,
        parentId: parent,
        contexts: ['selection'],
        onclick: function (info, tab) {
          console.log(engine.name);
          open(engine, info, tab);
        }
      });
    });
    chrome.contextMenus.create({
      title: 'Options', parentId: parent, contexts: ['selection'],
      onclick: function () { chrome.runtime.openOptionsPage(); }
    });
  });
}

chrome.storage.onChanged.addListener(function (changes, area) {
  if (area === 'sync' && changes.hidden) buildMenu(changes.hidden.newValue);
});

chrome.storage.sync.get('hidden', function (items) {
  buildMenu(items.hidden);
});
