const app = {
  opened: 0,
  closed: 0,
  note(key) { console.log(key); },
};
const stateRestored = chrome.storage.session.get({ opened: app.opened, closed: app.closed }).then((saved) => {
  app.opened = saved.opened;
  app.closed = saved.closed;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  app.opened++;
  chrome.storage.session.set({ opened: app.opened });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  app.closed++;
  chrome.storage.session.set({ closed: app.closed });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  Object.keys(app).forEach((key) => app.note(key));
});
