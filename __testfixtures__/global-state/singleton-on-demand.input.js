class Store {
  static instance = null;

  static getInstance() {
    if (!Store.instance) {
      Store.instance = new Store();
    }
    return Store.instance;
  }

  constructor() {
    this.count = 0;
    this.titles = new Map();
  }

  add(tab) {
    this.count++;
    this.titles.set(tab.id, tab.title);
  }

  remove(id) {
    this.titles.delete(id);
  }
}

class Log {
  lines = 0;
}

let log;
function getLog() {
  return (log ??= new Log());
}

chrome.tabs.onCreated.addListener((tab) => {
  Store.getInstance().add(tab);
  getLog().lines++;
});

chrome.tabs.onRemoved.addListener((id) => {
  Store.getInstance().remove(id);
});

chrome.runtime.onMessage.addListener((id, sender, reply) => {
  reply([Store.getInstance().count, Store.getInstance().titles.get(id), getLog().lines]);
});
