const app = {
  count: 0,
  bump() {
    this.count++;
    chrome.storage.session.set({ count: this.count });
  },
};
const stateRestored = chrome.storage.session.get({ count: app.count }).then((saved) => {
  app.count = saved.count;
}).catch(console.error);
function register(target) {
  target.count = 10;
  chrome.storage.session.set({ count: app.count });
}
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  app.bump();
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  register(app);
  console.log(app.count);
});
