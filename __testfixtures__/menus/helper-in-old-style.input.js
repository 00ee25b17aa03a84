// A menu for pages.
function createMenu(title, contexts, parent, handler) {
  return chrome.contextMenus.create({
    title: title,
    contexts: contexts,
    parentId: parent,
    onclick: handler
  });
}

function build() {
  var root = createMenu('Words', ['all'], null, null);
  createMenu('Look up', ['selection'], root, lookUp);
  createMenu('Count', ['page'], root, function(info, tab) {
    chrome.tabs.sendMessage(tab.id, 'count');
  });
}

function lookUp(info) {
  chrome.tabs.create({ url: 'https://example.com/?' + info.selectionText });
}

build();
