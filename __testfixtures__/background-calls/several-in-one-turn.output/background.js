function setMode(mode) {
  chrome.storage.local.set({ mode });
}
function count(step) {
  chrome.storage.local.set({ step });
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message) {
  switch (message?.type) {
    case "background/setMode":
      setMode(message.args.mode);
      break;
    case "background/count":
      count(message.args.step);
      break;
  }
});
