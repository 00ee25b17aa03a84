class Recorder {
  constructor() {
    this.handle = this.handle.bind(this);
  }
  init() {
    const loading = chrome.storage.local.get({ on: false }).then(({ on }) => { if (on) this.start(); });
    chrome.runtime.onMessage.addListener((m) => {
      if (m === 'start') {
        startUpDone.then(() => {
          this.start();
        });
      } else if (m === 'stop') {
        startUpDone.then(() => {
          this.stop();
        });
      }
    });
    return loading;
  }
  start() { chrome.storage.local.set({ on: true }); listensToTabsUpdated = true; }
  stop() { chrome.storage.local.set({ on: false }); listensToTabsUpdated = false; }
  handle(tabId, info) { if (info.url) this.save(info.url); }
  save(url) { chrome.browserAction.setTitle({ title: url }); }
}
const recorder = new Recorder();

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await startUpDone;
  if (listensToTabsUpdated) recorder.handle(tabId, info);
});
const startUpDone = recorder.init().catch(console.error);
