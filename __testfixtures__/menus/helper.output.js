function add(id, title) {
  chrome.contextMenus.create({ id, title, contexts: ['page'] });
}

function openAll(info, tab) {
  chrome.tabs.create({ url: 'all.html', index: tab.index });
}

chrome.runtime.onInstalled.addListener(() => {
  add('all', 'Open all');
  add('print', 'Print');
  add('line', 'Nothing to click');
});

const menuHandlers = {
  all: openAll,
  print: (info) => {
    console.log('print', info.pageUrl);
  }
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
