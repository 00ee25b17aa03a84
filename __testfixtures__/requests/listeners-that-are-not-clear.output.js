chrome.runtime.onMessage.addListener(window.handlers.request);
chrome.runtime.onMessage.addListener(async (request, sender, sendResponse) => {
  sendResponse(await load(request));
});
chrome.runtime.onMessage.addListener((request, sender, sendResponse) => {
  load(request).then(sendResponse);
  return { handled: true };
});
async function load(request) {
  return request;
}
