const groups = new Set();

chrome.tabs.onCreated.addListener((tab) => {
  groups.add(new Set([tab.id, tab.index]));
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(groups.size);
});
