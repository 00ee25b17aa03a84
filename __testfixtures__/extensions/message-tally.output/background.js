chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    tallyRestored.then(() => {
      sendResponse(inWords(count()));
    });
    return true;
  }
});
