class Feed {
  constructor({ url }) {
    this.url = url;
  }

  refresh() {
    fetch(this.url);
  }
}

let feeds = [];

const feedsLoaded = chrome.storage.local.get({ feeds: [] }).then((stored) => {
  feeds = stored.feeds.map((feed) => new Feed(feed));
}).catch(console.error);

chrome.alarms.onAlarm.addListener(async () => {
  await feedsLoaded;
  for (const feed of feeds) feed.refresh();
});

chrome.runtime.onMessage.addListener((url) => {
  feedsLoaded.then(() => {
    feeds.push(new Feed({ url: `https://example.com/${url}` }));
    chrome.storage.local.set({ feeds: feeds.map(({ url }) => ({ url })) });
  });
});
