let since = null;
const stateRestored = chrome.storage.session.get({ since: since && since.getTime() }).then((saved) => {
  since = saved.since && new Date(saved.since);
}).catch(console.error);

chrome.alarms.onAlarm.addListener(async () => {
  await stateRestored;
  since = new Date();
  chrome.storage.session.set({ since: since && since.getTime() });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(since ? since.toISOString() : 'never');
  });
  return true;
});
