let last = '';
class Recorder {
  async record(tabId, title) {
    if (title === undefined) title = `${(await chrome.tabs.query({ index: tabId })).length}`;
    console.log(title === last);
    last = `${title}`;
  }
}
const recorder = new Recorder();
chrome.tabs.onActivated.addListener(({ tabId }) => {
  recorder.record(tabId);
  chrome.action.setBadgeText({ text: '' });
});
