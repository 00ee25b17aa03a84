// Keeps the badge up to date.
function refresh() {
  chrome.storage.local.get({ count: 0 }, ({ count }) => chrome.storage.local.set({ count: count + 1 }));
}

setInterval(refresh, 5 * 60 * 1000); // every five minutes
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    chrome.storage.local.get({ count: 0 }, ({ count }) => sendResponse(count));
    return true;
  }
});
