const versions = [];
const stateRestored = chrome.storage.session.get({ versions }).then((saved) => {
  versions.push(...saved.versions);
}).catch(console.error);
chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  await stateRestored;
  versions.push(reason);
  chrome.storage.session.set({ versions });
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(versions);
});
