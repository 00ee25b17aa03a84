let counts = {};
chrome.tabs.onUpdated.addListener((id, info) => {
  if (!(id in counts)) {
    counts[id] = 0;
  }
  counts[id]++;
  console.log(counts[id]);
});
chrome.tabs.onRemoved.addListener((id) => delete counts[id]);
