let options = {};
const seen = new Set();

function start() {
  const loading = chrome.storage.local.get('options').then((items) => {
    options = items.options || {};
  });
  seen.clear();
  return loading;
}

const optionsLoaded = start().catch(console.error);

chrome.tabs.onUpdated.addListener(async (id) => {
  await optionsLoaded;
  if (options.log) console.log(id);
});
