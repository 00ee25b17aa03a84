let n = 0;
let name = '';
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'add') {
    n += 1;
  } else if (message.type === 'name') {
    name = String(message.name);
    sendResponse(true);
  } else if (message.type === 'both') {
    sendResponse({ n, name });
  } else {
    sendResponse(false);
  }
});
