const app = {
  opened: 0,
  show() {
    chrome.action.setBadgeText({ text: String(app.opened) });
  },
};
const { show } = app;
chrome.tabs.onCreated.addListener(() => {
  app.opened++;
  show();
});
