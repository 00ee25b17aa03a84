chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  setTimeout(() => sendResponse(message.text), 60000);
  return true;
});
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  setTimeout(() => chrome.tabs.update(tabId, { url: tab.mutedInfo.reason }), 60000);
});
