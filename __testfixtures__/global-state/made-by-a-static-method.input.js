class Store {
  static create() {
    return new Store();
  }
  count = 0;
  add() {
    this.count++;
  }
}

const store = Store.create();

chrome.tabs.onCreated.addListener(() => {
  store.add();
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply(store.count);
});
