class Recorder {
  constructor(name) {
    this.name = name;
    this.handle = this.handle.bind(this);
  }
  start() { chrome.tabs.onUpdated.addListener(this.handle); }
  stop() { chrome.tabs.onUpdated.removeListener(this.handle); }
  handle(tabId, info) { if (info.url) chrome.storage.local.set({ [this.name]: info.url }); }
}
const first = new Recorder('first');
const second = new Recorder('second');
chrome.storage.local.get({ on: false }, ({ on }) => { if (on) first.start(); });
chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) { if (changes.on.newValue) second.start(); else second.stop(); }
});
