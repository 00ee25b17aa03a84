function add(id, title, run) {
  run = run || (() => console.log(id));
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

add('open', 'Open', () => console.log('open'));
add('copy', 'Copy');
