const IDLE_MINUTES = 5;
const timers = {};

function cancel(tabId) {
  clearTimeout(timers[tabId]);
  delete timers[tabId];
}

chrome.tabs.onUpdated.addListener((tabId) => {
  cancel(tabId);
  timers[tabId] = setTimeout(() => {
    delete timers[tabId];
    chrome.tabs.discard(tabId);
  }, IDLE_MINUTES * 60 * 1000);
});
chrome.tabs.onRemoved.addListener((tabId) => cancel(tabId));
