let busy = false;

function setBusy(value) {
  busy = value;
}
chrome.runtime.onMessage.addListener((message) => {
  setBusy(message.busy);
});
chrome.tabs.onCreated.addListener(() => {
  if (busy) console.log('busy');
});
