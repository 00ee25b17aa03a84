function isOn() {
  return true;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
  if (message?.type === "background/isOn") sendResponse(isOn());
});
