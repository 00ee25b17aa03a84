let enabled = true;
const stateRestored = browser.storage.session.get({ enabled }).then((saved) => {
  enabled = saved.enabled;
}).catch(console.error);

browser.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  enabled = !enabled;
  browser.storage.session.set({ enabled });
  browser.browserAction.setBadgeText({ text: enabled ? '' : 'off' });
});
