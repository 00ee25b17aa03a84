var items = 3;
function getText() {
  return 'a,b' + items;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
  if (message?.type === 'background/getText') sendResponse(getText());
});
