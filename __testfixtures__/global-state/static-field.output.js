class Sessions {
  static current = 0;
  static ids = [];

  static open(id) {
    this.current = id;
    Sessions.ids.push(id);
    chrome.storage.session.set({ current: this.current, ids: Sessions.ids });
  }
}
const stateRestored = chrome.storage.session.get({ current: Sessions.current, ids: Sessions.ids }).then((saved) => {
  Sessions.current = saved.current;
  Sessions.ids = saved.ids;
}).catch(console.error);
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  Sessions.open(tabId);
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(Sessions.current, Sessions.ids);
});
