let opened = 0;
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  opened++;
  chrome.storage.session.set({ opened });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(opened);
});
