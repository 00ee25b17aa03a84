let last = '';
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async function () {
  await stateRestored;
  last = String(arguments[0]);
  chrome.storage.session.set({ last });
  console.log(arguments.length);
});
chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'last') {
    stateRestored.then(() => {
      sendResponse(last + arguments.length);
    });
    return true;
  }
});
