function onBeforeRequest(details) {
  console.log(details.url);
}
function listen(urls) {
  chrome.webRequest.onBeforeRequest.removeListener(onBeforeRequest);
  chrome.webRequest.onBeforeRequest.addListener(onBeforeRequest, { urls });
}
listen(['<all_urls>']);
chrome.runtime.onMessage.addListener(({ urls }) => listen(urls));
