class Feed {
  constructor({ url }) {
    this.url = url;
  }

  refresh() {
    fetch(this.url);
  }
}

let feeds = [];

chrome.storage.local.get({ feeds: [] }, (stored) => {
  feeds = stored.feeds.map((feed) => new Feed(feed));
});

chrome.alarms.onAlarm.addListener(() => {
  for (const feed of feeds) feed.refresh();
});

chrome.runtime.onMessage.addListener((url) => {
  feeds.push(new Feed({ url: `https://example.com/${url}` }));
  chrome.storage.local.set({ feeds: feeds.map(({ url }) => ({ url })) });
});
