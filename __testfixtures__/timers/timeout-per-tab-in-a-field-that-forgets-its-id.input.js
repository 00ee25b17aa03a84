const sleeper = {
  timers: {},
  schedule(tab) {
    clearTimeout(this.timers[tab.id]);
    this.timers[tab.id] = setTimeout(() => { delete sleeper.timers[tab.id]; chrome.tabs.remove(tab.id); }, 60 * 1000);
  },
};
chrome.tabs.onCreated.addListener((tab) => sleeper.schedule(tab));
