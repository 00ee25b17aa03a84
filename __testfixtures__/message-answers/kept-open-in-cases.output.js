chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'now':
      sendResponse(1);
      break;
    case 'get':
      chrome.storage.local.get(message.key, (items) => {
        sendResponse(items[message.key]);
      });
      return true;
    case 'set': {
      const items = { [message.key]: message.value };
      chrome.storage.local.set(items, () => sendResponse('stored'));
      return true;
    }
    case 'log':
      chrome.storage.local.get('log', ({ log }) => console.log(log));
      break;
    default:
      chrome.tabs.query({}, (tabs) => sendResponse(tabs.length));
      return true;
  }
});
