const app = {
  opened: 0,
  closed: 0,
  show() {
    const { opened, closed: gone } = this;
    chrome.action.setBadgeText({ text: `${opened}/${gone}` });
  },
};
const stateRestored = chrome.storage.session.get({ opened: app.opened, closed: app.closed }).then((saved) => {
  app.opened = saved.opened;
  app.closed = saved.closed;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  app.opened++;
  chrome.storage.session.set({ opened: app.opened });
  app.show();
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  app.closed++;
  chrome.storage.session.set({ closed: app.closed });
  const { closed } = app;
  console.log(closed);
});
