chrome.tabs.onActivated.addListener(({ tabId }) => counter.add(tabId));

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(counter.seen.size);
});
