class Feed {
  constructor({ url }) {
    this.url = url;
  }

  refresh() {
    fetch(this.url);
  }
}

let feeds = [];

async function load() {
  const stored = await chrome.storage.local.get({ feeds: [] });
  feeds = stored.feeds.map((feed) => new Feed(feed));
}

const loading = load();

chrome.alarms.onAlarm.addListener(async () => {
  await loading;
  for (const feed of feeds) feed.refresh();
});

chrome.runtime.onMessage.addListener(({ url }) => {
  loading.then(() => {
    feeds.push(new Feed({ url }));
    chrome.storage.local.set({ feeds });
  });
});
