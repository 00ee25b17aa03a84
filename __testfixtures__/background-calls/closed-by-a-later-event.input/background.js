function setMode(mode) {
  chrome.storage.local.set({ mode });
}
