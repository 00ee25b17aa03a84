chrome.webRequest.onCompleted.addListener(({ url }) => console.log(url), { urls: ['<all_urls>'] });
