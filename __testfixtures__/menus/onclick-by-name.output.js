function open(info, tab) {
  chrome.tabs.create({ url: info.pageUrl, openerTabId: tab.id });
}

function report() {
  console.log('reported');
}

chrome.runtime.onInstalled.addListener(function() {
  chrome.contextMenus.create({ id: 'open', title: 'Open' });
  chrome.contextMenus.create({ id: 'again', title: 'Open again', contexts: ['page'] });
  chrome.contextMenus.create({ id: 'report-it', title: 'Report', contexts: ['page'] });
});

var menuHandlers = {
  open: open,
  again: open,
  'report-it': report
};

chrome.contextMenus.onClicked.addListener(function(info, tab) {
  var handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
