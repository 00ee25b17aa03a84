var lastHost = '';

chrome.tabs.onUpdated.addListener(function (tabId, change) {
  if (change.url) lastHost = Hosts.of(change.url);
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'hosts') sendResponse(lastHost + ' ' + Hosts.count());
});
