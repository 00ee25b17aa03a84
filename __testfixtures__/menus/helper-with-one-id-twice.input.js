function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

if (navigator.platform === 'MacIntel') {
  add('open', 'Open', () => console.log('on a Mac'));
} else {
  add('open', 'Open', () => console.log('elsewhere'));
}
