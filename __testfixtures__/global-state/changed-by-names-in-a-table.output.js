var seen = [];
var stateRestored = chrome.storage.session.get({ seen: seen }).then(function (saved) {
  seen = saved.seen.map(function (value) { return value ?? undefined; });
}).catch(console.error);
var handlers = { keep: keep, drop: drop };

function keep(info, tab) {
  seen.push(tab.url);
  chrome.storage.session.set({ seen: seen });
}

function drop() {
  seen = [];
  chrome.storage.session.set({ seen: seen });
}

chrome.contextMenus.onClicked.addListener(async function (info, tab) {
  var handler = handlers[info.menuItemId];
  await stateRestored;
  if (handler) handler(info, tab);
  chrome.action.setBadgeText({ text: '' + seen.length });
});
