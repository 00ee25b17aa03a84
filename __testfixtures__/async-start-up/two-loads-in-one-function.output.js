let options = {};
let sites = [];

function start() {
  const loading1 = chrome.storage.sync.get('options').then((items) => {
    options = items.options || {};
  });
  const loading2 = chrome.storage.local.get('sites').then((items) => {
    sites = items.sites || [];
  });
  return Promise.all([loading1, loading2]);
}

const settingsLoaded = start().catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, info) => {
  await settingsLoaded;
  if (options.log && sites.includes(info.url)) console.log(id);
});
