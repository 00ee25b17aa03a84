let last = 0;
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
}).catch(console.error);
class Recorder {
  async record() {
    const tabs = await chrome.tabs.query({ active: true });
    if (tabs.length === last) return;
    last = tabs.length;
    chrome.storage.session.set({ last });
    await chrome.action.setTitle({ title: `${last}` });
  }
}
const recorder = new Recorder();
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  recorder.record();
});
