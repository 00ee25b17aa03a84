function onMessage(message, sender, sendResponse) {
  if (message.wait === 'briefly') {
    setTimeout(() => sendResponse('done'), 100);
  }
}

chrome.runtime.onMessage.addListener(onMessage);
chrome.runtime.onMessageExternal.addListener(onMessage);
