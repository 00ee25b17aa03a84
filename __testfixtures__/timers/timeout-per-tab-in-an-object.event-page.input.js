const sleeper = {
  timers: new Map(),
  touch(tabId) {
    clearTimeout(this.timers.get(tabId));
    this.timers.set(tabId, setTimeout(() => chrome.tabs.discard(tabId), 10 * 60 * 1000));
  },
  forget(tabId) {
    clearTimeout(this.timers.get(tabId));
    this.timers.delete(tabId);
  },
};
chrome.tabs.onUpdated.addListener((tabId) => sleeper.touch(tabId));
chrome.tabs.onRemoved.addListener((tabId) => sleeper.forget(tabId));
