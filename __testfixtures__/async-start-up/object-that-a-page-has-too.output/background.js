const settingsLoaded = Store.load().catch(console.error);
browser.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  console.log(Store.first());
});
