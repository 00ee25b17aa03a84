let last = 0;
class Recorder {
  async record() {
    const tabs = await chrome.tabs.query({ active: true });
    if (tabs.length === last) return;
    last = tabs.length;
    await chrome.action.setTitle({ title: `${last}` });
  }
}
const recorder = new Recorder();
chrome.tabs.onActivated.addListener(() => recorder.record());
