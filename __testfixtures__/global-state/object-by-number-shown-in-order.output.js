const opened = {};
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  Object.assign(opened, saved.opened);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async ({ id: tabId }) => {
  await stateRestored;
  opened[tabId] = Date.now();
  chrome.storage.session.set({ opened });
});

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  delete opened[tabId];
  chrome.storage.session.set({ opened });
  console.log(Object.keys(opened).join());
});
