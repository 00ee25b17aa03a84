let opened = 0;
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  await bRestored;
  opened++;
  chrome.storage.session.set({ opened });
  closed = 0;
  chrome.storage.session.set({ closed });
  console.log('opened', opened);
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  await bRestored;
  console.log('activated', opened);
});
