let session = 0;
const stateRestored = chrome.storage.session.get({ session }).then((saved) => {
  session = saved.session;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  if (change.status !== 'complete' || !tab.url.startsWith('http:')) return;
  await storedLoaded;
  await stateRestored;
  session++;
  chrome.storage.session.set({ session });
  tally();
  see(new URL(tab.url).hostname);
  chrome.action.setTitle({ title: `${session} of ${stored.total}, ${hostsSeen().join(' ')}` });
});

chrome.action.onClicked.addListener(async () => {
  await storedLoaded;
  await stateRestored;
  delete stored.hosts;
  stored.total = '0';
  chrome.storage.local.set({ stored });
  chrome.action.setTitle({ title: `${session} of ${stored.total}${stored.hosts ?? null}` });
});
