if (chrome.action) {
  chrome.action.setBadgeText({ text: "x" });
}
typeof chrome.action !== "undefined" && chrome.action.disable();
if ("action" in chrome) chrome.action.enable();
