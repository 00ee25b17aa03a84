const { tabs } = chrome;
function selected({ tabId, windowId }) {
  if (windowId > 0) console.log(tabId);
}
tabs.onActivated.addListener(selected);
chrome.runtime.onSuspend.addListener(() => tabs.onActivated.removeListener(selected));
