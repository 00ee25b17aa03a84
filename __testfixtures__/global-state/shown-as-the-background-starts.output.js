let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

function showCount() {
  chrome.action.setBadgeText({ text: count > 0 ? String(count) : '' });
}

chrome.action.setBadgeBackgroundColor({ color: '#336699' });
stateRestored.then(() => {
  showCount();
});

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
  showCount();
});
