chrome.storage.local.get({ urls: ['<all_urls>'] }, ({ urls }) => {
  chrome.webRequest.onCompleted.addListener((details) => console.log(details.url), { urls });
});
