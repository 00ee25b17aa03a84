var enabled = false;
var hits = 0;
var stateRestored = chrome.storage.session.get({ enabled: enabled, hits: hits }).then(function (saved) {
  enabled = saved.enabled;
  hits = saved.hits;
}).catch(console.error);
chrome.webNavigation.onCompleted.addListener(async function (details) {
  if (details.frameId !== 0) return;
  if (!details.url) {
    return;
  }
  await stateRestored;
  if (!enabled) return;
  // count it
  hits++; // here
  chrome.storage.session.set({ hits: hits });
  /* and show it */
  chrome.browserAction.setBadgeText({ text: '' + hits });
});
chrome.browserAction.onClicked.addListener(async function () {
  await stateRestored;
  enabled = !enabled;
  chrome.storage.session.set({ enabled: enabled });
});
