class Store {
  static async open() {
    const store = new Store();
    await store.load();
    return store;
  }
  async load() {
    this.count = 0;
  }
  add() {
    this.count++;
  }
}
const opening = Store.open();

class Log {
  lines = 0;
  add() { this.lines++; }
  ready() { return fetch('https://log.example/').then(() => this); }
}
const log = new Log().ready();

class Queue {
  length = 0;
  add() { this.length++; }
}
const queue = new Promise((resolve) => {
  fetch('https://queue.example/').then(() => resolve(new Queue()));
});

class Cache {
  size = 0;
  add() { this.size++; }
}
const cache = fetch('https://cache.example/').then(() => new Cache()).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  (await opening).add();
  (await log).add();
  (await queue).add();
  (await cache).add();
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  opening.then((store) => log.then((lines) => queue.then((jobs) => cache.then((kept) => reply([store.count, lines.lines, jobs.length, kept.size])))));
  return true;
});
