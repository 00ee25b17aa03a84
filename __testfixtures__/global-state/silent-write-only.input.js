let lastError;

chrome.webNavigation.onErrorOccurred.addListener((details) => {
  lastError = details.error;
});
