let polling = null;
let changes = 0;

chrome.tabs.onCreated.addListener(() => {
  polling = setInterval(() => fetch('https://example.com/tabs'), 5000);
});
chrome.tabs.onRemoved.addListener(() => {
  if (!polling) return;
  changes++;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(changes);
});
