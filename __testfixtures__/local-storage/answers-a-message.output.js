let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

const get = (key) => JSON.parse(stored['item-' + key] ?? null);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.get) {
    storedLoaded.then(() => {
      sendResponse(get(message.get));
    });
    return true;
  } else {
    storedLoaded.then(() => {
      stored['item-' + message.key] = String(JSON.stringify(message.value));
      chrome.storage.local.set({ stored });
    });
  }
});
