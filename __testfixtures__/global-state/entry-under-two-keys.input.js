const state = {};
chrome.tabs.onUpdated.addListener((tabId) => {
  state[tabId] = { count: 0 };
});
chrome.tabs.onReplaced.addListener((addedTabId, removedTabId) => {
  state[addedTabId] = state[removedTabId];
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (state[tabId]) state[tabId].count++;
  console.log(state);
});
