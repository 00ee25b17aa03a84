const app = {
  opened: 0,
  closed: 0,
  note(key) { console.log(key); },
};
chrome.tabs.onCreated.addListener(() => { app.opened++; });
chrome.tabs.onRemoved.addListener(() => { app.closed++; });
chrome.action.onClicked.addListener(() => Object.keys(app).forEach((key) => app.note(key)));
