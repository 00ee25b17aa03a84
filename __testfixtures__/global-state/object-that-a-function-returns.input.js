const app = {
  count: 0,
  show() {
    chrome.action.setBadgeText({ text: String(this.count) });
  },
};
const getApp = () => app;
function current() {
  return getApp();
}
chrome.tabs.onCreated.addListener(() => {
  getApp().count++;
  current().show();
});
