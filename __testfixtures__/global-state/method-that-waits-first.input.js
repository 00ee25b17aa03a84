let last = '';
class Recorder {
  async record(tabId) {
    const tab = await chrome.tabs.get(tabId);
    if (tab.title === last) return;
    last = tab.title ?? '';
    await chrome.action.setTitle({ title: last });
  }
}
const recorder = new Recorder();
chrome.tabs.onActivated.addListener(({ tabId }) => recorder.record(tabId));
