let opened = 0;
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(opened);
});
chrome.runtime.onMessage.addListener(onMessage);
