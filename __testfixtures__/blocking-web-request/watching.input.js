chrome.webRequest.onCompleted.addListener((details) => console.log(details.url), { urls: ['<all_urls>'] });
chrome.webRequest.onErrorOccurred.addListener((details) => console.log(details.error), { urls: ['*://*/*'] });
