chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  await chrome.storage.local.set({ last: message });
  if (message.wait) setTimeout(() => sendResponse('waited'), message.wait);
});
