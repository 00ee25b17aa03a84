const app = {
  count: 0,
  show() {
    chrome.action.setBadgeText({ text: String(this.count) });
  },
};
function target(tab) {
  if (tab.id === 1) return { count: 5 };
  return app;
}
chrome.tabs.onCreated.addListener((tab) => {
  app.count++;
  app.show();
});
chrome.tabs.onRemoved.addListener((id) => {
  target({ id }).count = 0;
});
