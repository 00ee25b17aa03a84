let count = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'get') {
    if (count > 3) return;
    sendResponse(count);
  } else if (message.type === 'hit') {
    count++;
  }
});
