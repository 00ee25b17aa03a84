let busy = false;
const stateRestored = chrome.storage.session.get({ busy: { value: busy } }).then((saved) => {
  busy = saved.busy.value;
}).catch(console.error);

function setBusy(value) {
  busy = value;
  chrome.storage.session.set({ busy: { value: busy } });
}
chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    setBusy(message.busy);
  });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  if (busy) console.log('busy');
});
