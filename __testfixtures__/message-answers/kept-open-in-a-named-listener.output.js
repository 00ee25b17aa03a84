function onMessage(message, sender, sendResponse) {
  if (message.wait === 'briefly') {
    setTimeout(() => sendResponse('done'), 100);
    return true;
  }
}

chrome.runtime.onMessage.addListener(onMessage);
chrome.runtime.onMessageExternal.addListener(onMessage);
