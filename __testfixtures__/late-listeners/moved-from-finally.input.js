browser.storage.local.remove('old').finally(() => {
  browser.tabs.onUpdated.addListener((id) => {
    console.log(id);
  });
});
