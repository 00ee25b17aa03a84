const { tabs } = chrome;
function selected(tabId, selectInfo) {
  if (selectInfo.windowId > 0) console.log(tabId);
}
tabs.onSelectionChanged.addListener(selected);
chrome.runtime.onSuspend.addListener(() => tabs.onSelectionChanged.removeListener(selected));
