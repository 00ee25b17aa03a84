chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'tabs') {
    chrome.tabs.query({}, (tabs) => sendResponse(tabs.length));
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.wait) {
    setTimeout(() => sendResponse('waited'), 10);
    return true;
  }
});
