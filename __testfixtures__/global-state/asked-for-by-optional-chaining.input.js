class Store {
  static instance;
  constructor() { this.count = 0; }
  static get() {
    if (!Store.instance) Store.instance = new Store();
    return Store.instance;
  }
}

chrome.tabs.onCreated.addListener(() => {
  Store.get().count++;
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply(Store.instance?.count);
});
