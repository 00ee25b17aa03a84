chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'count') {
    const { count } = await chrome.storage.local.get('count');
    sendResponse(count);
  }
});
