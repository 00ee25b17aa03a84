chrome.runtime.onMessage.addListener((request, sender, sendResponse) => {
  if (request.key) {
    chrome.storage.local.get(request.key, sendResponse);
  }
  console.log("asked for", request.key);
  return true;
});
