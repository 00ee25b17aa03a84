var quietHosts = {};
var enabled = true;

Utils.storageGet(['quietHosts', 'enabled']).then(function (stored) {
  quietHosts = stored.quietHosts || {};
  if (stored.enabled === false) enabled = false;
});

function save() {
  chrome.storage.local.set({ quietHosts: quietHosts, enabled: enabled });
}

chrome.runtime.onMessage.addListener(function (request, sender, sendResponse) {
  switch (request.cmd) {
    case 'toggle':
      enabled = !enabled;
      save();
      sendResponse(enabled);
      break;
    case 'add':
      quietHosts[request.host] = request.since;
      save();
      break;
  }
});

chrome.tabs.onCreated.addListener(function (tab) {
  if (enabled && quietHosts[tab.url]) chrome.tabs.update(tab.id, { muted: true });
});
