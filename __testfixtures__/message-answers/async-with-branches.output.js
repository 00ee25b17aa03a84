chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.to !== 'background') return;
  if (message.type === 'now') {
    sendResponse(Date.now());
    return;
  }
  if (message.type === 'get') {
    (async () => {
      // What is stored may be old.
      const { value } = await chrome.storage.local.get('value');
      sendResponse(value);
    })();
    return true;
  }
  (async () => {
    const tabs = await chrome.tabs.query({});
    if (tabs.length === 0) {
      sendResponse(null);
      return;
    }
    sendResponse(tabs[0].id);
  })();
  return true;
});
