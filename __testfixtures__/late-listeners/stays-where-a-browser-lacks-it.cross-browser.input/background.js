(async () => {
  await chrome.storage.local.set({ started: true });
  browser.contextualIdentities.onRemoved.addListener(({ contextualIdentity }) => {
    console.log(contextualIdentity.name);
  });
})();
