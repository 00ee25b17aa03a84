let loads = 0;
const stateRestored = chrome.storage.session.get({ loads }).then((saved) => {
  loads = saved.loads;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, info) => {
  chrome.action.setBadgeText({ text: '' });
  if (info.url) {
    await stateRestored;
    loads++;
    chrome.storage.session.set({ loads });
    chrome.action.setBadgeText({ text: String(loads) });
  }
});
