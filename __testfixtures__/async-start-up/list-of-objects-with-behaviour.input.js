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

chrome.storage.local.get({ feeds: [] }, (stored) => {
  feeds = stored.feeds.map((feed) => new Feed(feed));
});

chrome.storage.sync.get({ blockers: [] }, (stored) => {
  blockers = stored.blockers.map((pattern) => new Blocker(pattern));
});

chrome.alarms.onAlarm.addListener(() => {
  for (const feed of feeds) feed.refresh();
});

chrome.runtime.onMessage.addListener(({ url }) => {
  feeds.push(new Feed({ url }));
  chrome.storage.local.set({ feeds });
});

chrome.webRequest.onBeforeRequest.addListener(({ url }) => ({ cancel: blockers.some((one) => one.matches(url)) }), { urls: ['<all_urls>'] }, ['blocking']);

chrome.commands.onCommand.addListener((pattern) => {
  blockers.push(new Blocker(pattern));
  chrome.storage.sync.set({ blockers: blockers.map((one) => one.pattern.source) });
});

// All of these are there at once.
chrome.bookmarks.onCreated.addListener((id, { url }) => {
  known.push(new Feed({ url }));
  known[0].refresh();
});
