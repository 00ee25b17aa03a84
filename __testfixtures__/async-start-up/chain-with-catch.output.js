let options = {};
const optionsLoaded = chrome.storage.sync.get(null).then((items) => {
  options = items;
}).catch((error) => {
  console.log('failed', error);
});
chrome.tabs.onUpdated.addListener(async (id) => {
  await optionsLoaded;
  console.log(options.a);
});
