function handle(tabId, info) { if (info.url) chrome.browserAction.setTitle({ title: info.url }); }
function start() { chrome.storage.local.set({ on: true }); chrome.tabs.onUpdated.addListener(handle); }
function stop() { chrome.storage.local.set({ on: false }); chrome.tabs.onUpdated.removeListener(handle); }
chrome.storage.local.get({ on: false }, ({ on }) => { if (on) start(); });
chrome.runtime.onMessage.addListener((m) => { if (m === 'start') start(); else if (m === 'stop') stop(); });
