let started = Date.now();
const stateRestored = chrome.storage.session.get({ started, hasStarted: false }).then((saved) => {
  started = saved.started;
  chrome.storage.session.set({ started, hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  console.log('started', started);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(Date.now() - started);
  });
  return true;
});
