function open(info, tab) {
  chrome.tabs.create({ url: info.pageUrl, openerTabId: tab.id });
}

function report() {
  console.log('reported');
}

chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: open });
chrome.contextMenus.create({ id: 'again', title: 'Open again', onclick: open, contexts: ['page'] });
chrome.contextMenus.create({ id: 'report-it', title: 'Report', contexts: ['page'], onclick: report });
