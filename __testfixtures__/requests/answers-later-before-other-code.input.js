chrome.extension.onRequest.addListener((request, sender, sendResponse) => {
  if (request.key) {
    chrome.storage.local.get(request.key, sendResponse);
  }
  console.log("asked for", request.key);
});
