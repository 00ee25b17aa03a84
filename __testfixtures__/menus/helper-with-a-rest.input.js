function add(id, title, ...runs) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: runs[0] });
}

function addPage(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

add('open', 'Open', () => console.log('open'));
addPage(...['copy', 'Copy', () => console.log('copy')]);
