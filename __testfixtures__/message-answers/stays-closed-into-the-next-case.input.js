chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'reset':
      chrome.storage.local.clear(() => sendResponse('cleared'));
    case 'count':
      console.log('counted');
      break;
  }
});
