function init() {
  var opened = {};
  chrome.tabs.onCreated.addListener(function (tab) {
    opened[tab.id] = true;
  });
  chrome.tabs.onRemoved.addListener(function (id) {
    if (opened[id]) chrome.browserAction.setBadgeText({ text: 'closed' });
    delete opened[id];
  });
}
init();
