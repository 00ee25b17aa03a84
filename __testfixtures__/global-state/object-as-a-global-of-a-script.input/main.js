chrome.tabs.onCreated.addListener(function() {
  var text = String(window.tabCounter.add());
  chrome.browserAction.setBadgeText({text: text});
});
chrome.browserAction.onClicked.addListener(function() {
  tabCounter.count = 0;
  chrome.browserAction.setBadgeText({text: ''});
});
