// A menu for pages.
function createMenu(title, contexts, parent) {
  return chrome.contextMenus.create({
    id: title,
    title: title,
    contexts: contexts,
    parentId: parent
  });
}

function build() {
  var root = createMenu('Words', ['all'], null);
  createMenu('Look up', ['selection'], root);
  createMenu('Count', ['page'], root);
}

var menuHandlers = {
  'Look up': lookUp,
  Count: function(info, tab) {
    chrome.tabs.sendMessage(tab.id, 'count');
  }
};

chrome.contextMenus.onClicked.addListener(function(info, tab) {
  var handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

function lookUp(info) {
  chrome.tabs.create({ url: 'https://example.com/?' + info.selectionText });
}

chrome.runtime.onInstalled.addListener(build);
