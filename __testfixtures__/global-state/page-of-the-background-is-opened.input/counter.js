let opened = 0;

chrome.tabs.onCreated.addListener(() => {
  opened++;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(opened);
});
