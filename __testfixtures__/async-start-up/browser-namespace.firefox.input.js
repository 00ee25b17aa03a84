let options = {};
browser.storage.local.get().then((items) => {
  options = items;
});
browser.tabs.onUpdated.addListener((id) => {
  console.log(options.a, id);
});
