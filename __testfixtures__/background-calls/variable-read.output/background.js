var count = 0;
chrome.tabs.onCreated.addListener(() => {
  count++;
});

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message?.type === "background/count") sendResponse(count);
});
