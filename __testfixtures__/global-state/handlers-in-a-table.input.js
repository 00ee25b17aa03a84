let paused = false;
let clicks = 0;

const handlers = {
  pause: (info) => {
    paused = info.checked;
  },
  count() {
    clicks += 1;
    chrome.browserAction.setBadgeText({ text: String(clicks) });
  },
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = handlers[info.menuItemId];
  if (handler) handler(info, tab);
});

chrome.tabs.onActivated.addListener(() => {
  if (!paused) handlers.count();
});
