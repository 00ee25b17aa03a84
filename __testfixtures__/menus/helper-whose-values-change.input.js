let last = 'nothing';

function add(id, title, word) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: () => console.log(word) });
}

add('first', 'First', last);
last = 'first';
add('second', 'Second', last);
