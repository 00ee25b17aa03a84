var seen = [];
var handlers = { keep: keep };

function keep(info, tab) {
  seen.push(tab.url);
}

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  handlers[info.menuItemId](info, tab);
  chrome.action.setBadgeText({ text: '' + seen.length });
});

extendByPlugIns(handlers);
