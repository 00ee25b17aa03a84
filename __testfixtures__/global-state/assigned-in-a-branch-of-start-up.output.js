let mode = 'off';
const stateRestored = chrome.storage.session.get({ mode, hasStarted: false }).then((saved) => {
  mode = saved.mode;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  if (chrome.storage.managed) {
    mode = 'managed';
    chrome.storage.session.set({ mode });
  }
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  mode = mode === 'on' ? 'off' : 'on';
  chrome.storage.session.set({ mode });
});
