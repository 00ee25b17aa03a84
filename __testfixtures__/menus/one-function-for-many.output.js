function add(title) {
  chrome.contextMenus.create({ id: title, title, contexts: ['page'] });
}

chrome.runtime.onInstalled.addListener(function() {
  add('A');
  add('B');

  for (const title of ['C', 'D']) add(title);
});
