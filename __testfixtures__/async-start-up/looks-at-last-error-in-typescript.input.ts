let options: Record<string, string> = {};
chrome.storage.sync.get(null, (items) => {
  if (chrome.runtime.lastError) return;
  options = items;
});
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
