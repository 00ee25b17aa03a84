let password = '';

const passwordLoaded = browser.storage.local.get({ password: '' }).then((items) => {
  password = items.password;
}).catch(console.error);

browser.webRequest.onAuthRequired.addListener(
  async (details, answer) => {
    await passwordLoaded;
    answer({ authCredentials: { username: 'me', password } });
  },
  { urls: ['<all_urls>'] },
  ['asyncBlocking'],
);
