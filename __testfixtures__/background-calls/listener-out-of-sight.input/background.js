function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.runtime.onMessage.addListener(makeListener());
