chrome.runtime.onMessageExternal.addListener(function (
  request,
  sender,
  sendResponse
) {
  if (!sender.origin.startsWith("https://example.org")) {
    sendResponse({ error: "Unsupported origin" });
    return;
  }
  switch (request.type) {
    case "EXISTS":
      sendResponse({ success: true });
      break;
    case "IMPORT":
      console.log("import");
      (async () => {
        await chrome.storage.local.set({ profile: request.profile });
        sendResponse({ success: true });
      })();
      return true;
    case "RESET": {
      (async () => {
        await chrome.storage.local.clear();
        sendResponse({ success: true });
      })();
      return true;
    }
    case "LOG":
      (async () => {
        await chrome.storage.local.set({ log: request.text });
      })();
      break;
    default:
      break;
  }
});
