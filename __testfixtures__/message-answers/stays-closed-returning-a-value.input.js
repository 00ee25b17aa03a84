chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'tabs') {
    chrome.tabs.query({}, (tabs) => sendResponse(tabs.length));
    return message.wait === 'no' ? false : null;
  }
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  try {
    chrome.tabs.query({}, (tabs) => sendResponse(tabs.length));
  } finally {
    console.log(message);
  }
});
