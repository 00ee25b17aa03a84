chrome.tabs.onCreated.addListener(async function() {
  await stateRestored;
  var text = String(window.tabCounter.add());
  chrome.browserAction.setBadgeText({text: text});
});
chrome.browserAction.onClicked.addListener(async function() {
  await stateRestored;
  tabCounter.count = 0;
  chrome.storage.session.set({count: counter.count});
  chrome.browserAction.setBadgeText({text: ''});
});
