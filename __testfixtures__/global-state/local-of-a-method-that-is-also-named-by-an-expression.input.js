function Widget() {}
Widget.init = function () {
  var count = 0;
  chrome.tabs.onCreated.addListener(function () {
    count++;
    chrome.browserAction.setBadgeText({ text: String(count) });
  });
};
Widget.init();
chrome.runtime.onMessage.addListener(function (message) {
  Widget[message]();
});
