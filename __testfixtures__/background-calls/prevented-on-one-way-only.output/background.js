var on = true;
function isOn() {
  return on;
}
function switchOff() {
  on = false;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message) {
  if (message?.type === "background/switchOff") switchOff();
});
