let asked = 0;
const stateRestored = chrome.storage.session.get({ asked }).then((saved) => {
  asked = saved.asked;
}).catch(console.error);

chrome.webRequest.onAuthRequired.addListener(
  async (details, answer) => {
    await stateRestored;
    asked++;
    chrome.storage.session.set({ asked });
    answer(asked > 3 ? { cancel: true } : { authCredentials: { username: 'me', password: 'secret' } });
  },
  { urls: ['<all_urls>'] },
  ['asyncBlocking'],
);
