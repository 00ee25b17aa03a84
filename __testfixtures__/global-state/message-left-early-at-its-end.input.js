let locked = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'lock') {
    if (locked > 2) return;
    locked++;
    return;
  }
  if (message.type === 'free') {
    if (locked === 0) return;
    locked--;
  } else if (message.type === 'open') {
    chrome.tabs.create({ url: message.url });
  }
});
