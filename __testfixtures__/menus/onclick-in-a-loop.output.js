function log(info) {
  console.log('clicked', info.pageUrl);
}

var contexts = ['page', 'link', 'image'];
chrome.runtime.onInstalled.addListener(function() {
  for (var i = 0; i < contexts.length; i++) {
    var context = contexts[i];
    var title = 'Test ' + context;
    chrome.contextMenus.create({ id: context, title: title, contexts: [context] });
  }
});

var menuHandlers = {
  page: log,
  link: log,
  image: log
};

chrome.contextMenus.onClicked.addListener(function(info, tab) {
  var handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
