chrome.storage.local.get("x", () => {
  if (chrome.runtime.lastError) {
    location.href = chrome.runtime.getURL("error.html");
  }
});
