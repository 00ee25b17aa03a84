let changes = 0;

const events = [chrome.bookmarks.onCreated, chrome.bookmarks.onChanged];
for (const event of events) {
  event.addListener(() => {
    changes++;
  });
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "changes") sendResponse(changes);
});
