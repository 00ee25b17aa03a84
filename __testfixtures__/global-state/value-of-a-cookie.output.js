const tokens = {};
const stateRestored = chrome.storage.session.get({ tokens }).then((saved) => {
  Object.assign(tokens, saved.tokens);
}).catch(console.error);

chrome.webNavigation.onCompleted.addListener(async (details) => {
  const cookie = await chrome.cookies.get({ url: details.url, name: 'token' });
  await stateRestored;
  tokens[details.tabId] = cookie && cookie.value;
  chrome.storage.session.set({ tokens });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(tokens[message.tab]);
  });
  return true;
});
