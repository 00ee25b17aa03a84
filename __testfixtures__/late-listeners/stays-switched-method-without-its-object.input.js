const recorder = {
  urls: [],
  start() { chrome.tabs.onUpdated.addListener(recorder.handle); },
  stop() { chrome.tabs.onUpdated.removeListener(recorder.handle); },
  handle(tabId, info) { if (info.url) this.urls.push(info.url); },
};
chrome.storage.local.get({ on: false }, ({ on }) => { if (on) recorder.start(); });
chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) { if (changes.on.newValue) recorder.start(); else recorder.stop(); }
});
