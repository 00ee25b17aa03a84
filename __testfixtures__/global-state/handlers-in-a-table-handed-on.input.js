let clicks = 0;

const handlers = {
  count() {
    clicks += 1;
    chrome.browserAction.setBadgeText({ text: String(clicks) });
  },
};

const runAll = (table) => Object.values(table).forEach((handler) => handler());

chrome.contextMenus.onClicked.addListener((info) => {
  const handler = handlers[info.menuItemId];
  if (handler) handler();
});

chrome.tabs.onActivated.addListener(() => runAll(handlers));
