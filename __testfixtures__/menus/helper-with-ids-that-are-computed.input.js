let number = 0;

function add(title, run) {
  number += 1;
  chrome.contextMenus.create({ id: 'item-' + number, title, contexts: ['page'], onclick: run });
}

add('Open', () => console.log('open'));
add('Copy', () => console.log('copy'));
