const app = {
  lastTab: 0,
  forget() { delete this.lastTab; },
};
chrome.tabs.onActivated.addListener(({ tabId }) => { app.lastTab = tabId; });
chrome.tabs.onRemoved.addListener(() => app.forget());
chrome.action.onClicked.addListener(() => console.log(app.lastTab));
