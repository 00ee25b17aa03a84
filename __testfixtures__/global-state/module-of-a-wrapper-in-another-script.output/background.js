chrome.tabs.onCreated.addListener(async function () {
  await counter.stateRestored;
  counter.add();
});
chrome.tabs.onActivated.addListener(async function () {
  await counter.stateRestored;
  chrome.browserAction.setTitle({ title: 'Tabs: ' + counter.get() });
});
