chrome.extension.onRequest.addListener((request, sender, sendResponse) => {
  if (request.type === "load") {
    chrome.storage.local.get(request.key, (items) => sendResponse(items));
  } else {
    sendResponse({});
  }
});
