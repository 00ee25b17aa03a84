class Sleeper {
  timers = {};

  touch(tabId) {
    clearTimeout(this.timers[tabId]);
    this.timers[tabId] = setTimeout(() => chrome.tabs.discard(tabId), 10 * 60 * 1000);
  }

  forgetAll() {
    this.timers = {};
  }
}

const sleeper = new Sleeper();
chrome.tabs.onUpdated.addListener((tabId) => sleeper.touch(tabId));
chrome.idle.onStateChanged.addListener(() => sleeper.forgetAll());
