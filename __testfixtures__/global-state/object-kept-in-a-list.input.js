const counters = [];
const app = {
  opened: 0,
  show() {
    chrome.action.setBadgeText({ text: String(this.opened) });
  },
};
counters.push(app);
chrome.tabs.onCreated.addListener(() => {
  app.opened++;
  app.show();
});
chrome.tabs.onRemoved.addListener(() => {
  for (const counter of counters) counter.opened = 0;
});
