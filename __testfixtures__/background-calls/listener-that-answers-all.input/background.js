function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse('heard');
});
