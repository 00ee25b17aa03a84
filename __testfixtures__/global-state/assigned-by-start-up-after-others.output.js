var counts, limit = 3;

counts = { opened: 0, closed: 0 };
limit = 5;
var stateRestored = chrome.storage.session.get({ counts: { value: counts }, limit: { value: limit } }).then(function (saved) {
  counts = saved.counts.value;
  limit = saved.limit.value;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async function () {
  await stateRestored;
  counts.opened += 1;
  chrome.storage.session.set({ counts: { value: counts } });
  if (counts.opened > limit) {
    limit = counts.opened;
    chrome.storage.session.set({ limit: { value: limit } });
  }
});
chrome.tabs.onRemoved.addListener(async function () {
  await stateRestored;
  counts.closed += 1;
  chrome.storage.session.set({ counts: { value: counts } });
  console.log(counts.opened - counts.closed, limit);
});
