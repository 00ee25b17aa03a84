let since = new Date();
const stateRestored = chrome.storage.session.get({ since: since.getTime() }).then((saved) => {
  since = new Date(saved.since);
  chrome.storage.session.set({ since: since.getTime() });
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(String(since));
  since = new Date();
  chrome.storage.session.set({ since: since.getTime() });
});
