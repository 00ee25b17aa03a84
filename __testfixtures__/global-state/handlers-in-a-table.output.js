let paused = false;
let clicks = 0;
const stateRestored = chrome.storage.session.get({ paused: { value: paused }, clicks }).then((saved) => {
  paused = saved.paused.value;
  clicks = saved.clicks;
}).catch(console.error);

const handlers = {
  pause: (info) => {
    paused = info.checked;
    chrome.storage.session.set({ paused: { value: paused } });
  },
  count() {
    clicks += 1;
    chrome.storage.session.set({ clicks });
    chrome.browserAction.setBadgeText({ text: String(clicks) });
  },
};

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  const handler = handlers[info.menuItemId];
  await stateRestored;
  if (handler) handler(info, tab);
});

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  if (!paused) handlers.count();
});
