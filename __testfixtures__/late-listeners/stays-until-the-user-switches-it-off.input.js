chrome.storage.local.get({ color: 'red' }, ({ color }) => {
  function paint(tab) {
    chrome.browserAction.setBadgeBackgroundColor({ tabId: tab.id, color });
  }
  chrome.tabs.onCreated.addListener(paint);
  chrome.commands.onCommand.addListener((command) => {
    if (command === 'stop') chrome.tabs.onCreated.removeListener(paint);
  });
});
