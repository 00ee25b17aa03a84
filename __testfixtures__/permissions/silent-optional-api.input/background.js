chrome.history?.onVisited.addListener((item) => console.log(item.url));

if (chrome.downloads) {
  chrome.downloads.onCreated.addListener((item) => console.log(item.id));
}

try {
  chrome.bookmarks.onCreated.addListener(console.log);
} catch (error) {
  console.error(error);
}

chrome.permissions.onAdded.addListener(() => {
  chrome.history.search({ text: '' }, console.log);
});
