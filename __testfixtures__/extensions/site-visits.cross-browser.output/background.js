var visits = {};

var visitsLoaded = chrome.storage.local.get({ visits: {} }).then(function (items) {
  visits = items.visits;
}).catch(console.error);
var settingsLoaded = loadSettings().catch(console.error);

chrome.storage.onChanged.addListener(function (changes) {
  if (changes.label || changes.sites) loadSettings();
});

chrome.tabs.onUpdated.addListener(async function (id, change, tab) {
  if (change.status !== 'complete') return;
  var host = new URL(tab.url).hostname;
  await settingsLoaded;
  await visitsLoaded;
  if (settings.sites.indexOf(host) === -1) return;
  visits[host] = (visits[host] || 0) + 1;
  chrome.storage.local.set({ visits: visits });
  chrome.action.setBadgeText({ text: settings.label + visits[host] });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  switch (message.type) {
    case 'settings':
      settingsLoaded.then(function () {
        sendResponse(settings);
      });
      return true;
    case 'visits':
      settingsLoaded.then(async function () {
        await visitsLoaded;
        sendResponse(visits[message.host] || 0);
      });
      return true;
    case 'label':
      chrome.storage.local.set({ label: message.label }, function () {
        sendResponse(true);
      });
      return true;
    case 'site':
      settingsLoaded.then(function () {
        chrome.storage.local.set({ sites: settings.sites.concat(message.host) }, function () {
          sendResponse(true);
        });
      });
      return true;
  }
});
