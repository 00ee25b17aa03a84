let current;
let visits = 0;
const stateRestored = chrome.storage.session.get({ visits }).then((saved) => {
  visits = saved.visits;
}).catch(console.error);
function show() {
  chrome.browserAction.setBadgeText({ text: `${current}: ${visits}` });
}
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  current = tabId;
  visits++;
  chrome.storage.session.set({ visits });
  show();
});
