let seen = [];
const stateRestored = chrome.storage.session.get({ seen }).then((saved) => {
  seen = saved.seen;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await stateRestored;
  for (const url of seen) {
    if (url === tab.url) return;
  }
  seen.push(String(tab.url));
  chrome.storage.session.set({ seen });
  console.log(seen.length);
});
