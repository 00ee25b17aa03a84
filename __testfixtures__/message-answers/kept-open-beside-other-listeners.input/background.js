chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.action) {
    case 'store':
      chrome.storage.local.set({ value: message.value }, () => {
        sendResponse('stored');
      });
      break;
    case 'get':
      chrome.storage.local.get('value', ({ value }) => sendResponse(value));
      return true;
  }
});
