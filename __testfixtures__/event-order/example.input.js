let unread = 0;
const stateRestored = chrome.storage.session.get({ unread }).then((saved) => {
  unread = saved.unread;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  unread++;
  chrome.storage.session.set({ unread });
  chrome.action.setBadgeText({ text: String(unread) });
});
chrome.tabs.onActivated.addListener(() => {
  chrome.action.setBadgeText({ text: '' });
});
