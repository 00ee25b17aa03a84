let closed = 0;
const stateRestored = chrome.storage.session.get({ closed }).then((saved) => {
  closed = saved.closed;
}).catch(console.error);

chrome.tabs.onRemoved.addListener(async () => {
  chrome.action.setTitle({ title: 'Closing' });
  await stateRestored;
  closed++;
  chrome.storage.session.set({ closed });
  chrome.storage.local.set({ lastEvent: `closed ${closed}` });
  chrome.action.setBadgeText({ text: String(closed) });
  chrome.action.setTitle({ title: `${closed} closed` });
});
chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (info.url) chrome.action.setBadgeText({ tabId, text: '' });
  chrome.storage.local.set({ [`tab ${tabId}`]: info.url, lastUpdate: tabId });
  chrome.storage.sync.set({ lastEvent: 'updated' });
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  const { url } = await chrome.tabs.get(tabId);
  chrome.action.setBadgeText({ text: url === '' ? '?' : '' });
});
chrome.windows.onCreated.addListener(async () => {
  await stateRestored;
  chrome.action.setBadgeText({ text: '' });
  const tabs = await chrome.tabs.query({});
  chrome.action.setIcon({ path: `${tabs.length}.png` });
});
chrome.windows.onRemoved.addListener(() => {
  chrome.action.setIcon({ path: 'none.png' });
});
chrome.runtime.onInstalled.addListener(() => {
  chrome.action.setBadgeText({ text: 'new' });
  chrome.storage.local.set({ lastEvent: 'installed' });
});
chrome.action.setBadgeText({ text: '' });
