const bus = { onMessage: { addListener(listener) { listener({}, {}, console.log); } } };
bus.onMessage.addListener(async (message, sender, sendResponse) => sendResponse(await message));
chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await chrome.storage.local.set({ tab });
  return true;
});
self.addEventListener('message', async (event) => event.data);
