let options = {};
const optionsLoaded = browser.storage.local.get().then((items) => {
  options = items;
}).catch(console.error);
browser.tabs.onUpdated.addListener(async (id) => {
  await optionsLoaded;
  console.log(options.a, id);
});
