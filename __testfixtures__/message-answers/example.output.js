chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'count') {
    (async () => {
      const { count } = await chrome.storage.local.get('count');
      sendResponse(count);
    })();
    return true;
  }
});
