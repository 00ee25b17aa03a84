let depth = 1;
let blocked = [];
let labels = {};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'crawl') {
    settingsLoaded.then(() => {
      crawl(message.url, depth, (pages) => {
        sendResponse({ pages });
      });
    });
  } else if (message.type === 'depth') {
    settingsLoaded.then(() => {
      depth = message.depth;
      sendResponse({ done: true });
    });
  } else if (message.type === 'reset') {
    settingsLoaded.then(() => {
      chrome.storage.local.set({ settings: { depth: 1, blocked: [] } });
      depth = 1;
      blocked = [];
      sendResponse({ done: true });
    });
  } else if (message.type === 'version') {
    sendResponse(chrome.runtime.getManifest().version);
  }
  return true;
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'label':
      if (sender.origin) {
        settingsLoaded.then(() => {
          crawl(sender.origin, labels.steps, sendResponse);
        });
      }
      break;
    case 'blocked': {
      settingsLoaded.then(() => {
        crawl(sender.origin, blocked.length, sendResponse);
      });
      break;
    }
    default:
      sendResponse('unknown');
  }
  return true;
});

const settingsLoaded = chrome.storage.local.get(['settings', 'labels']).then((items) => {
  const settings = { depth: 1, blocked: [], ...items.settings };
  chrome.storage.local.set({ settings });
  depth = settings.depth;
  blocked = settings.blocked;
  labels = items.labels || {};
}).catch(console.error);

function crawl(url, steps, done) {
  chrome.bookmarks.search({ url }, (found) => done(found.slice(0, steps)));
}
