function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

function openAll(info, tab) {
  chrome.tabs.create({ url: 'all.html', index: tab.index });
}

add('all', 'Open all', openAll);
add('print', 'Print', (info) => {
  console.log('print', info.pageUrl);
});
add('line', 'Nothing to click');
