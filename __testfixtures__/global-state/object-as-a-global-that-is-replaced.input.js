const app = {
  count: 0,
  show() {
    chrome.action.setBadgeText({ text: String(this.count) });
  },
};
self.current = app;
chrome.tabs.onCreated.addListener(() => {
  current.count++;
  current.show();
});
chrome.tabs.onRemoved.addListener(() => {
  self.current = { count: 0, show() {} };
});
