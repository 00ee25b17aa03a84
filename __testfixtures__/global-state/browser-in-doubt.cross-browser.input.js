const ext = typeof browser === 'undefined' ? chrome : browser;
let isPaused = false;

ext.browserAction.onClicked.addListener(() => {
  isPaused = !isPaused;
});

ext.tabs.onCreated.addListener((tab) => {
  if (isPaused) return;
  if (typeof browser === 'undefined') {
    chrome.tabs.update(tab.id, { muted: true });
  } else {
    browser.tabs.update(tab.id, { muted: true });
  }
});
