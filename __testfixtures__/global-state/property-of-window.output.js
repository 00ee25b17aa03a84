window.enabled = true;
const stateRestored = chrome.storage.session.get({ enabled: window.enabled }).then((saved) => {
  window.enabled = saved.enabled;
}).catch(console.error);

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  window.enabled = !window.enabled;
  chrome.storage.session.set({ enabled: window.enabled });
});
chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (window.enabled) console.log(tab.id);
});
