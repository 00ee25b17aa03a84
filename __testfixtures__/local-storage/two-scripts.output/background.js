chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  console.log(isDark());
});
chrome.runtime.onMessage.addListener((message) => {
  storedLoaded.then(() => {
    stored.mode = String(message.mode);
    chrome.storage.local.set({ stored: stored });
  });
});
