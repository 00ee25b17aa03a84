(async () => {
  await chrome.storage.local.set({ started: Date.now() });
  browser.contextualIdentities.onRemoved.addListener(({ contextualIdentity }) => {
    console.log(contextualIdentity.name);
  });
})();
