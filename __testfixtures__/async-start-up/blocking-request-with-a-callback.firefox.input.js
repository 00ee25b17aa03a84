let password = '';

browser.storage.local.get({ password: '' }).then((items) => {
  password = items.password;
});

browser.webRequest.onAuthRequired.addListener(
  (details, answer) => {
    answer({ authCredentials: { username: 'me', password } });
  },
  { urls: ['<all_urls>'] },
  ['asyncBlocking'],
);
