chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.ask) {
    case 'lines':
      lines(message.path, sendResponse, sendResponse);
      return true;
    case 'glance':
      glance(message.path, sendResponse);
      return true;
    case 'parsed':
      parsed(message.path).then(sendResponse, () => sendResponse('failed'));
      return true;
    case 'size':
      size(message.path, message.kind, sendResponse);
      return true;
  }
});
