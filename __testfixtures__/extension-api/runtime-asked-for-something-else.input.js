chrome.storage.local.get("x", () => {
  if (chrome.runtime.lastError) {
    location.href = chrome.extension.getURL("error.html");
  }
});
