chrome.tabs.onActivated.addListener(function (info) {
  lastTab = info.tabId;
});
chrome.commands.onCommand.addListener(function () {
  chrome.tabs.update(lastTab, { active: true });
});
