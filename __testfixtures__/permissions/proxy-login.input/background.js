chrome.webRequest.onAuthRequired.addListener((details, callback) => {
  chrome.storage.local.get('login', ({ login }) => callback({ authCredentials: login }));
}, { urls: ['<all_urls>'] }, ['asyncBlocking']);
