class Feed {
  constructor({ url }) {
    this.url = url;
  }

  refresh() {
    fetch(this.url);
  }
}

class Blocker {
  constructor(pattern) {
    this.pattern = new RegExp(pattern);
  }

  matches(url) {
    return this.pattern.test(url);
  }
}

let feeds = [];
let blockers = [];
const known = [new Feed({ url: 'https://example.com/' })];

const feedsLoaded = chrome.storage.local.get({ feeds: [] }).then((stored) => {
  feeds = stored.feeds.map((feed) => new Feed(feed));
}).catch(console.error);

const blockersLoaded = chrome.storage.sync.get({ blockers: [] }).then((stored) => {
  blockers = stored.blockers.map((pattern) => new Blocker(pattern));
}).catch(console.error);

chrome.alarms.onAlarm.addListener(async () => {
  await feedsLoaded;
  for (const feed of feeds) feed.refresh();
});

chrome.runtime.onMessage.addListener(({ url }) => {
  feedsLoaded.then(() => {
    feeds.push(new Feed({ url }));
    chrome.storage.local.set({ feeds });
  });
});

chrome.webRequest.onBeforeRequest.addListener(({ url }) => ({ cancel: blockers.some((one) => one.matches(url)) }), { urls: ['<all_urls>'] }, ['blocking']);

chrome.commands.onCommand.addListener(async (pattern) => {
  await blockersLoaded;
  blockers.push(new Blocker(pattern));
  chrome.storage.sync.set({ blockers: blockers.map((one) => one.pattern.source) });
});

// All of these are there at once.
chrome.bookmarks.onCreated.addListener((id, { url }) => {
  known.push(new Feed({ url }));
  known[0].refresh();
});
