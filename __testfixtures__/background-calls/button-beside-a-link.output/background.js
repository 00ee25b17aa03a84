function setMode(mode) {
  chrome.storage.local.set({ mode });
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message) {
  if (message?.type === "background/setMode") setMode(message.args.mode);
});
