let last = '';
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
}).catch(console.error);
class Recorder {
  async record(tabId, title) {
    if (title === undefined) title = `${(await chrome.tabs.query({ index: tabId })).length}`;
    console.log(title === last);
    last = `${title}`;
    chrome.storage.session.set({ last });
  }
}
const recorder = new Recorder();
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  recorder.record(tabId);
  chrome.action.setBadgeText({ text: '' });
});
