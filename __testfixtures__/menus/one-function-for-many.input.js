function add(title) {
  chrome.contextMenus.create({ title, contexts: ['page'] });
}

add('A');
add('B');

for (const title of ['C', 'D']) add(title);
