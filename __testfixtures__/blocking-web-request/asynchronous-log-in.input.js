chrome.webRequest.onAuthRequired.addListener(
  (details, callback) => {
    chrome.storage.local.get('login', ({ login }) => callback(login ? { authCredentials: login } : {}));
  },
  { urls: ['https://example.com/*'] },
  ['asyncBlocking'],
);
