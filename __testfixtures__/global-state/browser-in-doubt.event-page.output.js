const ext = typeof browser === 'undefined' ? chrome : browser;
let isPaused = false;
const stateRestored = browser.storage.session.get({ isPaused }).then((saved) => {
  isPaused = saved.isPaused;
}).catch(console.error);

ext.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  isPaused = !isPaused;
  browser.storage.session.set({ isPaused });
});

ext.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (isPaused) return;
  if (typeof browser === 'undefined') {
    chrome.tabs.update(tab.id, { muted: true });
  } else {
    browser.tabs.update(tab.id, { muted: true });
  }
});
