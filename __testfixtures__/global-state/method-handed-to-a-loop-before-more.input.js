const app = {
  count: 0,
  onTab() {
    app.count++;
  },
};

chrome.tabs.onCreated.addListener(app.onTab);

chrome.browserAction.onClicked.addListener(() => {
  [1, 2].forEach(app.onTab);
  chrome.browserAction.setBadgeText({ text: String(app.count) });
});
