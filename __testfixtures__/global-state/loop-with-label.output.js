let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await stateRestored;
  outer: for (const a of [1, 2]) {
    for (const b of [1, 2]) {
      if (a === b) continue outer;
      count++;
    }
  }
  chrome.storage.session.set({ count });
  console.log(count);
});
