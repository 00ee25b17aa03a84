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
    chrome.storage.session.set({ count: this.count, titles: [...this.titles] });
  }

  remove(id) {
    if (this.titles.delete(id)) chrome.storage.session.set({ titles: [...this.titles] });
  }
}

class Log {
  lines = 0;
}

let log;
function getLog() {
  return (log ??= new Log());
}
const stateRestored = chrome.storage.session.get({ count: Store.getInstance().count, titles: [...Store.getInstance().titles], lines: getLog().lines }).then((saved) => {
  Store.getInstance().count = saved.count;
  Store.getInstance().titles = new Map(saved.titles.map(([key, value]) => [key, value ?? undefined]));
  getLog().lines = saved.lines;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  Store.getInstance().add(tab);
  getLog().lines++;
  chrome.storage.session.set({ lines: getLog().lines });
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  Store.getInstance().remove(id);
});

chrome.runtime.onMessage.addListener((id, sender, reply) => {
  stateRestored.then(() => {
    reply([Store.getInstance().count, Store.getInstance().titles.get(id), getLog().lines]);
  });
  return true;
});
