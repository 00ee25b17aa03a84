chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.to !== 'background') return;
  if (message.type === 'now') {
    sendResponse(Date.now());
    return;
  }
  if (message.type === 'get') {
    // What is stored may be old.
    const { value } = await chrome.storage.local.get('value');
    sendResponse(value);
    return;
  }
  const tabs = await chrome.tabs.query({});
  if (tabs.length === 0) {
    sendResponse(null);
    return;
  }
  sendResponse(tabs[0].id);
});
