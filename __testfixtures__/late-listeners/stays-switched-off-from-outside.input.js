function log(tabId) {
  console.log(tabId);
}
let removed = 0;
chrome.tabs.onRemoved.addListener(log);
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'count') removed += chrome.tabs.onRemoved.removeListener(log) ?? 1;
});
