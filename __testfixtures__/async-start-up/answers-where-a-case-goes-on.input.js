let depth = 1;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'crawl':
      if (sender.tab) {
        crawl(message.url, depth, sendResponse);
      }
    case 'look':
      sendResponse('looked');
  }
  return true;
});

chrome.storage.local.get({ depth: 1 }, (items) => {
  depth = items.depth;
});

function crawl(url, steps, done) {
  chrome.bookmarks.search({ url }, (found) => done(found.slice(0, steps)));
}
