let tracker;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class Tracker {
  constructor() {
    this.name = 'tracker';
    chrome.storage.local.get('on', () => {
      tracker = this;
      startListening();
    });
  }
  track(tab) {
    console.log(this.name, tab.id);
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  tracker.track(tab);
});
new Tracker();
