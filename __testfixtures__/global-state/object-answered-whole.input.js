const stats = { opened: 0, closed: 0 };
chrome.tabs.onCreated.addListener(() => { stats.opened++; });
chrome.tabs.onRemoved.addListener(() => { stats.closed++; });
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(stats);
});
