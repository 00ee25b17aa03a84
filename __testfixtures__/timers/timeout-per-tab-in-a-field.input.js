class Sleeper {
  timers = new Map();

  touch(tabId) {
    if (this.timers.has(tabId)) {
      clearTimeout(this.timers.get(tabId));
      this.timers.delete(tabId);
    }
    this.timers.set(tabId, setTimeout(() => {
      this.timers.delete(tabId);
      this.sleep(tabId);
    }, 10 * 60 * 1000));
  }

  sleep(tabId) {
    chrome.tabs.discard(tabId);
  }
}

const sleeper = new Sleeper();
chrome.tabs.onUpdated.addListener((tabId) => sleeper.touch(tabId));
chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(sleeper.timers.get(tabId));
  sleeper.timers.delete(tabId);
});
