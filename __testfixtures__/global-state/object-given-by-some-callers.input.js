const app = {
  count: 0,
  show() {
    chrome.action.setBadgeText({ text: String(this.count) });
  },
};
function raise(target) {
  target.count++;
}
chrome.tabs.onCreated.addListener(() => {
  raise(app);
  app.show();
});
chrome.tabs.onRemoved.addListener((id) => {
  const other = { count: id };
  raise(other);
  console.log(other.count);
});
