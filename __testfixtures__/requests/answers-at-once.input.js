chrome.extension.onRequest.addListener(function (request, sender, sendResponse) {
  request.items.forEach(function (item) {
    if (item.wanted) sendResponse(item);
  });
  sendResponse();
});
chrome.extension.onRequestExternal.addListener((request) => console.log(request));
