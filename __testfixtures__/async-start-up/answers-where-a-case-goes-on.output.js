let depth = 1;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  depthLoaded.then(() => {
    switch (message.type) {
      case 'crawl':
        if (sender.tab) {
          crawl(message.url, depth, sendResponse);
        }
      case 'look':
        sendResponse('looked');
    }
  });
  return true;
});

const depthLoaded = chrome.storage.local.get({ depth: 1 }).then((items) => {
  depth = items.depth;
}).catch(console.error);

function crawl(url, steps, done) {
  chrome.bookmarks.search({ url }, (found) => done(found.slice(0, steps)));
}
