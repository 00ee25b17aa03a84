chrome.runtime.onMessage.addListener(function (request, sender, sendResponse) {
  request.items.forEach(function (item) {
    if (item.wanted) sendResponse(item);
  });
  sendResponse();
});
chrome.runtime.onMessageExternal.addListener((request) => console.log(request));
