const state = {};
chrome.tabs.onUpdated.addListener((tabId, info) => {
  const entry = state[tabId] || {};
  entry.status = info.status ?? 'none';
  state[tabId] = entry;
});
chrome.tabs.onReplaced.addListener((addedTabId, removedTabId) => {
  if (state[removedTabId]) {
    state[addedTabId] = state[removedTabId];
    delete state[removedTabId];
  }
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  console.log(state[tabId]);
});
