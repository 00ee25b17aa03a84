let options = {};
const optionsLoaded = chrome.storage.local.get(null).then(onLoaded).catch(console.error);

function onLoaded(items) {
  options = items;
}

chrome.tabs.onUpdated.addListener(async (id) => {
  await optionsLoaded;
  console.log(options.a, id);
});
