var on = true;
function isOn() {
  return on;
}
function switchOff() {
  on = false;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
  switch (message?.type) {
    case "background/isOn":
      sendResponse(isOn());
      break;
    case "background/switchOff":
      switchOff();
      break;
  }
});
