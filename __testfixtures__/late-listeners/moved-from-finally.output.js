browser.storage.local.remove('old');

browser.tabs.onUpdated.addListener((id) => {
  console.log(id);
});
