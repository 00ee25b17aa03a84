let answer = null;

chrome.webRequest.onAuthRequired.addListener((details, callback) => {
  answer = callback;
}, { urls: ['<all_urls>'] }, ['asyncBlocking']);

chrome.browserAction.onClicked.addListener(() => {
  answer({ cancel: true });
});
