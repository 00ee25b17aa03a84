let made = 0;
const stateRestored = browser.storage.session.get({ made }).then((saved) => {
  made = saved.made;
}).catch(console.error);
browser.tabs.onCreated.addListener(async () => {
  await stateRestored;
  made++;
  browser.storage.session.set({ made });
});
browser.tabs.onActivated.addListener(() => {
  browser.tabs.query({}).then(async (all) => {
    await stateRestored;
    return all.length + made;
  }).then(console.log);
});
browser.runtime.onMessage.addListener(async (message) => {
  await stateRestored;
  return made + 1;
});
