let changes = 0;
const stateRestored = chrome.storage.session.get({ changes }).then((saved) => {
  changes = saved.changes;
}).catch(console.error);

const events = [chrome.bookmarks.onCreated, chrome.bookmarks.onChanged];
for (const event of events) {
  event.addListener(async () => {
    await stateRestored;
    changes++;
    chrome.storage.session.set({ changes });
  });
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "changes") {
    stateRestored.then(() => {
      sendResponse(changes);
    });
    return true;
  }
});
