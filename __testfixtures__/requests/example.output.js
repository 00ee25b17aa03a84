chrome.runtime.onMessage.addListener((request, sender, sendResponse) => {
  if (request.type === "load") {
    chrome.storage.local.get(request.key, (items) => sendResponse(items));
    return true;
  } else {
    sendResponse({});
  }
});
