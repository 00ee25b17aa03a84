const opened = new Map();

chrome.tabs.onCreated.addListener((tab) => {
  opened.set(tab.id, new Date());
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const at = opened.get(sender.tab && sender.tab.id);
  sendResponse(at ? Date.now() - at.getTime() : -1);
});

chrome.tabs.onRemoved.addListener((id) => opened.delete(id));
