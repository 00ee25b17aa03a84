let token = null;
const stateRestored = chrome.storage.session.get({ token: { value: token } }).then((saved) => {
  token = saved.token.value;
}).catch(console.error);

function authorize(done) {
  chrome.identity.getAuthToken({ interactive: true }, (value) => {
    token = value;
    chrome.storage.session.set({ token: { value: token } });
    done(value);
  });
}

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  if (token) chrome.browserAction.setTitle({ title: String(token) });
  else authorize((value) => console.log(value));
});
