window.mode = 'idle';
const stateRestored = chrome.storage.session.get({ mode: window.mode, hasStarted: false }).then((saved) => {
  window.mode = saved.mode;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  if (navigator.onLine) {
    window.mode = 'online';
    chrome.storage.session.set({ mode: window.mode });
  }
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  window.mode = 'busy';
  chrome.storage.session.set({ mode: window.mode });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(window.mode);
});
