function getSizes() {
  return { width: 1, names: ['a', 'b'] };
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
  if (message?.type === 'background/getSizes') sendResponse(getSizes());
});
