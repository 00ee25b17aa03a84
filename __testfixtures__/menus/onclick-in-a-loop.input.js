function log(info) {
  console.log('clicked', info.pageUrl);
}

var contexts = ['page', 'link', 'image'];
for (var i = 0; i < contexts.length; i++) {
  var context = contexts[i];
  var title = 'Test ' + context;
  chrome.contextMenus.create({ title: title, contexts: [context], onclick: log });
}
