chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') sendResponse(inWords(count()));
});
