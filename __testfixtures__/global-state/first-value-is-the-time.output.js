let last = Date.now();
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
  chrome.storage.session.set({ last });
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(last);
  last = Date.now();
  chrome.storage.session.set({ last });
});
