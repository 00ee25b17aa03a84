async function handle(tabId, info) {
  await startUpDone;
  if (!listensToTabsUpdated) return;
  if (info.url) chrome.browserAction.setTitle({ title: info.url });
}

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(handle);
function start() { chrome.storage.local.set({ on: true }); listensToTabsUpdated = true; }
function stop() { chrome.storage.local.set({ on: false }); listensToTabsUpdated = false; }
const startUpDone = chrome.storage.local.get({ on: false }).then(({ on }) => { if (on) start(); }).catch(console.error);
chrome.runtime.onMessage.addListener((m) => {
  if (m === 'start') {
    startUpDone.then(() => {
      start();
    });
  } else if (m === 'stop') {
    startUpDone.then(() => {
      stop();
    });
  }
});
