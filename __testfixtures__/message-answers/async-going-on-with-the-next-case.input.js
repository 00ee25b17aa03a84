chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  switch (message.type) {
    case 'reset':
      await chrome.storage.local.clear();
      sendResponse('reset');
    case 'log':
      console.log(message);
      break;
    default:
      sendResponse('unknown');
  }
});
