chrome.bookmarks.create({ title: 'Read later' });

chrome.runtime.onMessage.addListener((message) => {
  console.log(message);
});
