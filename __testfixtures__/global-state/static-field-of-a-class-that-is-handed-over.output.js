class Sessions {
  static current = 0;
}
const stateRestored = chrome.storage.session.get({ current: Sessions.current }).then((saved) => {
  Sessions.current = saved.current;
}).catch(console.error);
function reset(cls) {
  cls.current = 0;
  chrome.storage.session.set({ current: Sessions.current });
}
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  Sessions.current = tabId;
  chrome.storage.session.set({ current: Sessions.current });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(Sessions.current);
  reset(Sessions);
});
