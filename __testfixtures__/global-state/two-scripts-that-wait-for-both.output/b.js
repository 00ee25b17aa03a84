let closed = 0;
const bRestored = chrome.storage.session.get({ closed }).then((saved) => {
  closed = saved.closed;
}).catch(console.error);
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  await bRestored;
  closed++;
  chrome.storage.session.set({ closed });
  console.log('closed', closed);
});
