chrome.runtime.onMessage.addListener(async (message) => {
  await chrome.storage.local.set({ last: message });
});
