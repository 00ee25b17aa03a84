let asked = 0;

chrome.webRequest.onAuthRequired.addListener(
  (details, answer) => {
    asked++;
    answer(asked > 3 ? { cancel: true } : { authCredentials: { username: 'me', password: 'secret' } });
  },
  { urls: ['<all_urls>'] },
  ['asyncBlocking'],
);
