let closed = 0;
const stateRestored = chrome.storage.session.get({ closed }).then((saved) => {
  closed = saved.closed;
}).catch(console.error);

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  closed++;
  chrome.storage.session.set({ closed });
  chrome.storage.local.set({ lastEvent: `closed ${closed}`, lastClosed: Date.now() });
  chrome.contextMenus.update('reopen', { title: `Reopen ${closed}` });
  chrome.alarms.create('forget', { delayInMinutes: closed });
});
chrome.tabs.onCreated.addListener(() => {
  chrome.storage.local.set({ lastClosed: 0, lastEvent: 'created' });
});
chrome.windows.onCreated.addListener(() => {
  chrome.contextMenus.update('reopen', { title: 'Reopen' });
});
chrome.windows.onRemoved.addListener(() => {
  chrome.alarms.clear('forget');
});
