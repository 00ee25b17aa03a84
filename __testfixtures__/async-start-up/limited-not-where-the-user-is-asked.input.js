let profile = null;

async function signIn() {
  const response = await fetch('https://account.example/session');
  const session = await response.json();
  const token = session.token || (await chrome.identity.getAuthToken({ interactive: true })).token;
  profile = { token };
}
signIn();

chrome.tabs.onCreated.addListener(() => console.log(profile));
