class Store {
  static create() {
    return new Store();
  }
  count = 0;
  add() {
    this.count++;
    chrome.storage.session.set({ count: this.count });
  }
}

const store = Store.create();
const stateRestored = chrome.storage.session.get({ count: store.count }).then((saved) => {
  store.count = saved.count;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  store.add();
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  stateRestored.then(() => {
    reply(store.count);
  });
  return true;
});
