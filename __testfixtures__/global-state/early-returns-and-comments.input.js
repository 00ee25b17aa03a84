var enabled = false;
var hits = 0;
chrome.webNavigation.onCompleted.addListener(function (details) {
  if (details.frameId !== 0) return;
  if (!details.url) {
    return;
  }
  if (!enabled) return;
  // count it
  hits++; // here
  /* and show it */
  chrome.browserAction.setBadgeText({ text: '' + hits });
});
chrome.browserAction.onClicked.addListener(function () {
  enabled = !enabled;
});
