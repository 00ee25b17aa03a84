const ids = [];
const stateRestored = browser.storage.session.get({ ids }).then((saved) => {
  ids.push(...saved.ids);
}).catch(console.error);
browser.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  ids.push(id);
  browser.storage.session.set({ ids });
});
browser.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(ids);
});
