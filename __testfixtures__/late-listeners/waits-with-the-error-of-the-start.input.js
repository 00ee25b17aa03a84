browser.storage.local.get('rules').catch((error) => {
  browser.tabs.onCreated.addListener(() => console.log(error.message));
});
