const action = chrome.action || chrome.browserAction;
const other = (self.chrome.action ?? self.chrome.browserAction);
const third = "action" in chrome ? chrome.action : chrome.browserAction;
if (chrome.runtime.getManifest().manifest_version === 2) chrome.browserAction.enable();
function button() {
  if (chrome.action) return chrome.action;
  return chrome.browserAction;
}
const { browserAction = chrome.action } = {};
button(), action, other, third, browserAction;
