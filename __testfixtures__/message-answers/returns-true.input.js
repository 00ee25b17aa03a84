chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'get') {
    chrome.storage.local.get(message.key, (items) => sendResponse(items[message.key]));
    return true;
  }
  if (message.type === 'fetch') {
    (async () => {
      sendResponse(await (await fetch(message.url)).text());
    })();
    return true;
  }
  switch (message.type) {
    case 'now':
      sendResponse(Date.now());
      break;
    case 'later':
      setTimeout(() => sendResponse(Date.now()), 100);
      return true;
  }
});
