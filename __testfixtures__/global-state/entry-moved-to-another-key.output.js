const state = {};
const stateRestored = chrome.storage.session.get({ state }).then((saved) => {
  Object.assign(state, saved.state);
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await stateRestored;
  const entry = state[tabId] || {};
  entry.status = info.status ?? 'none';
  state[tabId] = entry;
  chrome.storage.session.set({ state });
});
chrome.tabs.onReplaced.addListener(async (addedTabId, removedTabId) => {
  await stateRestored;
  if (state[removedTabId]) {
    state[addedTabId] = state[removedTabId];
    delete state[removedTabId];
    chrome.storage.session.set({ state });
  }
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  console.log(state[tabId]);
});
