let depth = 1;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'crawl') {
    crawl(message.url, depth, sendResponse);
  }
  if (sender.tab === undefined) {
    sendResponse('none');
  }
  return true;
});

chrome.storage.local.get({ depth: 1 }, (items) => {
  depth = items.depth;
});

function crawl(url, steps, done) {
  chrome.bookmarks.search({ url }, (found) => done(found.slice(0, steps)));
}
