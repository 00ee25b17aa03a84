const sitesLoaded = chrome.storage.local.get('sites').then((items) => {
  sites = items.sites || [];
}).catch(console.error);

chrome.tabs.onUpdated.addListener(onUpdated);
