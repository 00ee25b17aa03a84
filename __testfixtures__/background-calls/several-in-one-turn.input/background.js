function setMode(mode) {
  chrome.storage.local.set({ mode });
}
function count(step) {
  chrome.storage.local.set({ step });
}
