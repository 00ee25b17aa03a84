class Clock {
  constructor() {
    this.count = 0;
  }

  tick() {
    this.count++;
    browser.storage.local.set({ count: this.count });
    this.timer = setTimeout(() => this.tick(), 1000);
  }

  tock() {
    browser.storage.local.set({ tock: true });
    setTimeout(this.tock.bind(this), 2000);
  }
}

const clock = new Clock();
clock.tick();
clock.tock();

function poll() {
  fetch("https://example.com/state").then((response) => browser.storage.local.set({ ok: response.ok })).finally(() => setTimeout(poll, 5000));
}

async function carefully() {
  try {
    await fetch("https://example.com/other");
  } finally {
    setTimeout(() => carefully(), 5000);
  }
}

const load = async () => {
  await fetch("https://example.com/third");
  setTimeout(async () => {
    await load();
  }, 10000);
};

poll();
carefully();
load();

function count() {
  chrome.tabs.query({}, (tabs) => {
    chrome.storage.local.set({ count: tabs.length });
    setTimeout(count, 1000);
  });
}

count();
