chrome.runtime.onMessageExternal.addListener(async function (
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
      await chrome.storage.local.set({ profile: request.profile });
      sendResponse({ success: true });
      break;
    case "RESET": {
      await chrome.storage.local.clear();
      sendResponse({ success: true });
      break;
    }
    case "LOG":
      await chrome.storage.local.set({ log: request.text });
      break;
    default:
      break;
  }
});
