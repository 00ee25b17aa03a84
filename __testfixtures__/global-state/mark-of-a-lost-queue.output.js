class Downloads {
  constructor() {
    this.jobs = [];
    this.running = false;
    this.finished = 0;
  }

  add(url) {
    this.jobs.push({ url, done: () => this.badge() });
    if (!this.running) this.next();
  }

  next() {
    const job = this.jobs.shift();
    this.running = job !== undefined;
    if (job) chrome.downloads.download({ url: job.url });
  }

  badge() {
    this.finished += 1;
    chrome.storage.session.set({ finished: this.finished });
    chrome.browserAction.setBadgeText({ text: String(this.finished) });
  }
}

const downloads = new Downloads();
const stateRestored = chrome.storage.session.get({ finished: downloads.finished }).then((saved) => {
  downloads.finished = saved.finished;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    downloads.add(message.url);
  });
});

chrome.downloads.onChanged.addListener(async () => {
  await stateRestored;
  downloads.badge();
  downloads.next();
});
