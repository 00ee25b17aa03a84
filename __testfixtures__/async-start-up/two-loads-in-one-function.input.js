let options = {};
let sites = [];

function start() {
  chrome.storage.sync.get('options', (items) => {
    options = items.options || {};
  });
  chrome.storage.local.get('sites', (items) => {
    sites = items.sites || [];
  });
}

start();

chrome.tabs.onUpdated.addListener((id, info) => {
  if (options.log && sites.includes(info.url)) console.log(id);
});
