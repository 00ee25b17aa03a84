const NAME = "browserAction";
const ba = chrome["browserAction"];
self.chrome.browserAction.setBadgeText({ text: "" });
globalThis["chrome"][`browserAction`].disable();
chrome.browserAction?.enable();
chrome[NAME].enable();
(chrome.browserAction).enable();
chrome
  // the button
  .browserAction
  .setPopup({ popup: "" });
ba.onClicked.addListener(start);
[1, 2].forEach(chrome.browserAction.enable);
function start() {}
