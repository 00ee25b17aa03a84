const NAME = "browserAction";
const ba = chrome["action"];
self.chrome.action.setBadgeText({ text: "" });
globalThis["chrome"][`action`].disable();
chrome.action?.enable();
chrome["action"].enable();
(chrome.action).enable();
chrome
  // the button
  .action
  .setPopup({ popup: "" });
ba.onClicked.addListener(start);
[1, 2].forEach(chrome.action.enable);
function start() {}
