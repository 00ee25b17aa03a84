let settings = { theme: 'light', size: 1 };
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'set':
      Object.assign(settings, { theme: message.theme });
      break;
    case 'get':
      sendResponse(settings);
      return true;
    default:
      return false;
  }
});
