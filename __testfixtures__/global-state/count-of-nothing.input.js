let counts = {};
chrome.tabs.onUpdated.addListener((id, info) => {
  counts[id]++;
  console.log(String(counts[id]));
});
chrome.tabs.onRemoved.addListener((id) => counts[id] = 0);
