class Sleeper {
  timers = new Map();
  constructor(minutes) {
    this.minutes = minutes;
  }

  touch(tabId) {
    if (this.timers.has(tabId)) {
      clearTimeout(this.timers.get(tabId));
      this.timers.delete(tabId);
    }
    this.timers.set(tabId, setTimeout(() => {
      this.timers.delete(tabId);
      chrome.tabs.discard(tabId);
    }, 10 * 60 * 1000));
  }
}

const sleepers = [new Sleeper(1), new Sleeper(2)];
chrome.tabs.onUpdated.addListener((tabId) => sleepers.forEach((one) => one.touch(tabId)));
