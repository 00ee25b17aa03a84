localStorage.started = localStorage.started || Date.now();
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'again') delete localStorage.started;
  sendResponse(localStorage.started);
});
