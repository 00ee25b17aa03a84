let count = 0;
const stateRestored = new Promise((resolve) => {
  chrome.storage.session.get({ count }, (saved) => {
    if (saved) {
      count = saved.count;
    }
    resolve();
  });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    count++;
    chrome.storage.session.set({ count });
    sendResponse(count);
  });
  return true;
});
