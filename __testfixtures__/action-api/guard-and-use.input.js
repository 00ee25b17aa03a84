if (chrome.browserAction) {
  chrome.browserAction.setBadgeText({ text: "x" });
}
typeof chrome.browserAction !== "undefined" && chrome.browserAction.disable();
if ("browserAction" in chrome) chrome.browserAction.enable();
