var quietHosts = {};
var enabled = true;

var settingsLoaded = Utils.storageGet(['quietHosts', 'enabled']).then(function (stored) {
  quietHosts = stored.quietHosts || {};
  if (stored.enabled === false) enabled = false;
}).catch(console.error);

function save() {
  chrome.storage.local.set({ quietHosts: quietHosts, enabled: enabled });
}

chrome.runtime.onMessage.addListener(function (request, sender, sendResponse) {
  switch (request.cmd) {
    case 'toggle':
      settingsLoaded.then(function () {
        enabled = !enabled;
        save();
        sendResponse(enabled);
      });
      return true;
    case 'add':
      settingsLoaded.then(function () {
        quietHosts[request.host] = request.since;
        save();
      });
      break;
  }
});

chrome.tabs.onCreated.addListener(async function (tab) {
  await settingsLoaded;
  if (enabled && quietHosts[tab.url]) chrome.tabs.update(tab.id, { muted: true });
});
