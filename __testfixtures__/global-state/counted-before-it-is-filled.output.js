let stats = {};
const stateRestored = chrome.storage.session.get({ stats }).then((saved) => {
  stats = saved.stats;
}).catch(console.error);
chrome.webNavigation.onCompleted.addListener(async ({ tabId, url }) => {
  const { host } = new URL(url);
  await stateRestored;
  if (stats[host] === undefined) {
    stats[host] = 1;
    chrome.storage.session.set({ stats });
  } else {
    stats[host] = stats[host] + 1;
    chrome.storage.session.set({ stats });
  }
});
chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  if (tabId in stats) {
    stats[tabId]++;
    chrome.storage.session.set({ stats });
  }
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  console.log(stats);
});
