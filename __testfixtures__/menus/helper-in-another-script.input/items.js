function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

add('open', 'Open', () => console.log('open'));
