const tabs = {};
chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  const entry = tabs[tabId] || (tabs[tabId] = { url: '', hits: 0 });
  entry.hits++;
  entry.url = tab.url;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'stats') sendResponse(tabs[message.id]);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  delete tabs[tabId];
});
