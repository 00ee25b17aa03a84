class Tracker {
  constructor() {
    this.name = 'tracker';
    chrome.storage.local.get('on', () => {
      chrome.tabs.onCreated.addListener((tab) => this.track(tab));
    });
  }
  track(tab) {
    console.log(this.name, tab.id);
  }
}
new Tracker();
