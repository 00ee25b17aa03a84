chrome.extension.onRequest.addListener(window.handlers.request);
chrome.extension.onRequest.addListener(async (request, sender, sendResponse) => {
  sendResponse(await load(request));
});
chrome.extension.onRequest.addListener((request, sender, sendResponse) => {
  load(request).then(sendResponse);
  return { handled: true };
});
async function load(request) {
  return request;
}
