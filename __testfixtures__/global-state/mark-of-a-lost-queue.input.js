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
    chrome.browserAction.setBadgeText({ text: String(this.finished) });
  }
}

const downloads = new Downloads();

chrome.runtime.onMessage.addListener((message) => {
  downloads.add(message.url);
});

chrome.downloads.onChanged.addListener(() => {
  downloads.badge();
  downloads.next();
});
