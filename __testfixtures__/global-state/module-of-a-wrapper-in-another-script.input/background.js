chrome.tabs.onCreated.addListener(function () {
  counter.add();
});
chrome.tabs.onActivated.addListener(function () {
  chrome.browserAction.setTitle({ title: 'Tabs: ' + counter.get() });
});
