let opened = 0;
const stateRestored = new Promise<void>((resolve) => {
  chrome.storage.session.get({ opened }, (saved: Record<string, any>) => {
    if (saved) {
      opened = saved.opened;
    }
    resolve();
  });
});

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  opened++;
  chrome.storage.session.set({ opened });
  chrome.browserAction.setBadgeText({ text: String(opened) });
});
