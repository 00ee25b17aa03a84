chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  switch (message.type) {
    case 'one':
      var value = await chrome.storage.local.get('one');
      sendResponse(value);
      break;
    case 'other':
      value = await chrome.storage.local.get('other');
      sendResponse(value);
      break;
  }
});

chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  for (const key of message.keys) {
    const found = await chrome.storage.local.get(key);
    if (!(key in found)) continue;
    sendResponse(found[key]);
    break;
  }
});
