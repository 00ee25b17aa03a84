chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'name') {
    const { name } = await chrome.storage.local.get('name');
    sendResponse(name);
    return name;
  }
  if (message.type === 'id') return sender.id;
});

chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'name') {
    sendResponse(await chrome.storage.local.get('name'));
  } else if (message.type === 'tabs') {
    chrome.tabs.query({}, (tabs) => sendResponse(tabs.length));
  }
});
