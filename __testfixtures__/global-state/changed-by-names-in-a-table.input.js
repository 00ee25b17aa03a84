var seen = [];
var handlers = { keep: keep, drop: drop };

function keep(info, tab) {
  seen.push(tab.url);
}

function drop() {
  seen = [];
}

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  var handler = handlers[info.menuItemId];
  if (handler) handler(info, tab);
  chrome.action.setBadgeText({ text: '' + seen.length });
});
