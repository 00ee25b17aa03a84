let depth = 1;
let blocked = [];
let labels = {};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'crawl') {
    crawl(message.url, depth, (pages) => {
      sendResponse({ pages });
    });
  } else if (message.type === 'depth') {
    depth = message.depth;
    sendResponse({ done: true });
  } else if (message.type === 'reset') {
    chrome.storage.local.set({ settings: { depth: 1, blocked: [] } });
    depth = 1;
    blocked = [];
    sendResponse({ done: true });
  } else if (message.type === 'version') {
    sendResponse(chrome.runtime.getManifest().version);
  }
  return true;
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'label':
      if (sender.origin) {
        crawl(sender.origin, labels.steps, sendResponse);
      }
      break;
    case 'blocked': {
      crawl(sender.origin, blocked.length, sendResponse);
      break;
    }
    default:
      sendResponse('unknown');
  }
  return true;
});

chrome.storage.local.get(['settings', 'labels'], (items) => {
  const settings = { depth: 1, blocked: [], ...items.settings };
  chrome.storage.local.set({ settings });
  depth = settings.depth;
  blocked = settings.blocked;
  labels = items.labels || {};
});

function crawl(url, steps, done) {
  chrome.bookmarks.search({ url }, (found) => done(found.slice(0, steps)));
}
