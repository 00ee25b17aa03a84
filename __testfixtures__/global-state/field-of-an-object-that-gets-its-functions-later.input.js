const tracker = {};
tracker.last = '';
tracker.show = () => chrome.browserAction.setBadgeText({ text: tracker.last });

chrome.tabs.onCreated.addListener(({ id }) => {
  tracker.show();
  tracker.last = String(id);
});
