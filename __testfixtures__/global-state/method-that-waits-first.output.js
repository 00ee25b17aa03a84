let last = '';
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
}).catch(console.error);
class Recorder {
  async record(tabId) {
    const tab = await chrome.tabs.get(tabId);
    await stateRestored;
    if (tab.title === last) return;
    last = tab.title ?? '';
    chrome.storage.session.set({ last });
    await chrome.action.setTitle({ title: last });
  }
}
const recorder = new Recorder();
chrome.tabs.onActivated.addListener(({ tabId }) => recorder.record(tabId));
