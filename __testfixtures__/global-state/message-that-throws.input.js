let locked = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'lock') {
    if (locked > 2) throw new Error('locked');
    locked++;
  } else if (message.type === 'count') {
    sendResponse(locked);
  }
});
