let blocked = /^$/;
const stateRestored = chrome.storage.session.get({ blocked: [blocked.source, blocked.flags] }).then((saved) => {
  blocked = new RegExp(...saved.blocked);
}).catch(console.error);

chrome.omnibox.onInputEntered.addListener(async (text) => {
  await stateRestored;
  blocked = new RegExp(text.trim() + '$', 'i');
  chrome.storage.session.set({ blocked: [blocked.source, blocked.flags] });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(blocked.test(String(message)));
  });
  return true;
});
