function setMode() {
  chrome.storage.local.set({ mode: arguments[0] });
}
