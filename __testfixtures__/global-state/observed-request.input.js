let requests = 0;
chrome.webRequest.onCompleted.addListener((details) => {
  requests++;
}, { urls: ['<all_urls>'] });
chrome.action.onClicked.addListener(() => console.log(requests));
