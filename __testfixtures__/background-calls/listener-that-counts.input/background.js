var count = 0;
function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.runtime.onMessage.addListener(() => {
  count++;
});
