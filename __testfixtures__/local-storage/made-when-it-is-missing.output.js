let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

function idOf() {
  if (!stored.hasOwnProperty('id')) {
    stored.id = 'id' + Date.now();
    chrome.storage.local.set({ stored });
  }
  return stored.id;
}
chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  console.log(idOf());
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  storedLoaded.then(() => {
    sendResponse(idOf());
  });
  return true;
});
