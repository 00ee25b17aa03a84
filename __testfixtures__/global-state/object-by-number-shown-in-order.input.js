const opened = {};

chrome.tabs.onCreated.addListener(({ id: tabId }) => {
  opened[tabId] = Date.now();
});

chrome.tabs.onRemoved.addListener((tabId) => {
  delete opened[tabId];
  console.log(Object.keys(opened).join());
});
