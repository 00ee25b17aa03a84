const tracker = {};
tracker.last = '';
const stateRestored = chrome.storage.session.get({ last: tracker.last }).then((saved) => {
  tracker.last = saved.last;
}).catch(console.error);
tracker.show = () => chrome.browserAction.setBadgeText({ text: tracker.last });

chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  tracker.show();
  tracker.last = String(id);
  chrome.storage.session.set({ last: tracker.last });
});
