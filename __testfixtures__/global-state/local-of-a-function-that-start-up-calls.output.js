function init() {
  var opened = {};
  var stateRestored = chrome.storage.session.get({ opened: opened }).then(function (saved) {
    opened = saved.opened;
  }).catch(console.error);
  chrome.tabs.onCreated.addListener(async function (tab) {
    await stateRestored;
    opened[tab.id] = true;
    chrome.storage.session.set({ opened: opened });
  });
  chrome.tabs.onRemoved.addListener(async function (id) {
    await stateRestored;
    if (opened[id]) chrome.browserAction.setBadgeText({ text: 'closed' });
    delete opened[id];
    chrome.storage.session.set({ opened: opened });
  });
}
init();
