var visits = {};

chrome.storage.local.get({ visits: {} }, function (items) {
  visits = items.visits;
});
loadSettings();

chrome.storage.onChanged.addListener(function (changes) {
  if (changes.label || changes.sites) loadSettings();
});

chrome.tabs.onUpdated.addListener(function (id, change, tab) {
  if (change.status !== 'complete') return;
  var host = new URL(tab.url).hostname;
  if (settings.sites.indexOf(host) === -1) return;
  visits[host] = (visits[host] || 0) + 1;
  chrome.storage.local.set({ visits: visits });
  chrome.browserAction.setBadgeText({ text: settings.label + visits[host] });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  switch (message.type) {
    case 'settings':
      sendResponse(settings);
      break;
    case 'visits':
      sendResponse(visits[message.host] || 0);
      break;
    case 'label':
      chrome.storage.local.set({ label: message.label }, function () {
        sendResponse(true);
      });
      return true;
    case 'site':
      chrome.storage.local.set({ sites: settings.sites.concat(message.host) }, function () {
        sendResponse(true);
      });
      return true;
  }
});
