var lastHost = '';
var stateRestored = chrome.storage.session.get({ lastHost: { value: lastHost } }).then(function (saved) {
  lastHost = saved.lastHost.value;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async function (tabId, change) {
  await stateRestored;
  if (change.url) {
    await hostsRestored;
    lastHost = Hosts.of(change.url);
    chrome.storage.session.set({ lastHost: { value: lastHost } });
  }
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'hosts') {
    stateRestored.then(async function () {
      await hostsRestored;
      sendResponse(lastHost + ' ' + Hosts.count());
    });
    return true;
  }
});
