class Recorder {
  constructor() {
    this.handle = this.handle.bind(this);
  }
  init() {
    chrome.storage.local.get({ on: false }, ({ on }) => { if (on) this.start(); });
    chrome.runtime.onMessage.addListener((m) => { if (m === 'start') this.start(); else if (m === 'stop') this.stop(); });
  }
  start() { chrome.storage.local.set({ on: true }); chrome.tabs.onUpdated.addListener(this.handle); }
  stop() { chrome.storage.local.set({ on: false }); chrome.tabs.onUpdated.removeListener(this.handle); }
  handle(tabId, info) { if (info.url) this.save(info.url); }
  save(url) { chrome.browserAction.setTitle({ title: url }); }
}
const recorder = new Recorder();
recorder.init();
