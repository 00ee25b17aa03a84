let options = {};
let count = 0;
const optionsLoaded = chrome.storage.sync.get(null).then((items) => {
  options = items;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  await optionsLoaded;
  count++;
  if (options.a) console.log(count);
});
