let opened = {};

chrome.tabs.onCreated.addListener((tab) => {
  const key = 'w' + tab.windowId;
  if (!opened[key]) opened[key] = new Set();
  opened[key].add(tab.id);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(Object.keys(opened).map((key) => opened[key].size));
});

chrome.windows.onRemoved.addListener((id) => {
  delete opened['w' + id];
});
