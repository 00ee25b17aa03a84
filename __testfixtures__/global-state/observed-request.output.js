let requests = 0;
const stateRestored = chrome.storage.session.get({ requests }).then((saved) => {
  requests = saved.requests;
}).catch(console.error);
chrome.webRequest.onCompleted.addListener(async (details) => {
  await stateRestored;
  requests++;
  chrome.storage.session.set({ requests });
}, { urls: ['<all_urls>'] });
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(requests);
});
