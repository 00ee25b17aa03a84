const app = {
  count: 0,
  show() {
    chrome.action.setBadgeText({ text: String(this.count) });
  },
};
const stateRestored = chrome.storage.session.get({ count: app.count }).then((saved) => {
  app.count = saved.count;
}).catch(console.error);
const getApp = () => app;
function current() {
  return getApp();
}
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  getApp().count++;
  chrome.storage.session.set({ count: app.count });
  current().show();
});
