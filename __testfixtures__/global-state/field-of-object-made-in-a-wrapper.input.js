class Queue {
  constructor() {
    this.waiting = [];
  }
  add(id) {
    this.waiting.push(id);
  }
  next() {
    return this.waiting.shift();
  }
}

class Backend {
  constructor() {
    this.queue = new Queue();
    this.lastTab = undefined;
  }
  listen() {
    chrome.tabs.onCreated.addListener(({ id }) => {
      this.queue.add(id);
      this.lastTab = id;
    });
    chrome.tabs.onRemoved.addListener(() => console.log(this.queue.next(), this.lastTab));
  }
}

(() => {
  const backend = new Backend();
  backend.listen();
})();
