let last = null;

chrome.webRequest.onBeforeRequest.addListener((details) => {
  last = details.requestBody;
}, { urls: ['<all_urls>'] }, ['requestBody']);

chrome.browserAction.onClicked.addListener(() => {
  console.log(last);
});
