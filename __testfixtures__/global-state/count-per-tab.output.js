let counts = {};
const stateRestored = chrome.storage.session.get({ counts }).then((saved) => {
  counts = saved.counts;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info) => {
  await stateRestored;
  if (!(id in counts)) {
    counts[id] = 0;
    chrome.storage.session.set({ counts });
  }
  counts[id]++;
  chrome.storage.session.set({ counts });
  console.log(counts[id]);
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  delete counts[id];
  chrome.storage.session.set({ counts });
});
