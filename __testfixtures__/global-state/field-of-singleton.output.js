class Counter {
  constructor() {
    this.total = 0;
    this.limit = 10;
  }
  start() {
    chrome.tabs.onCreated.addListener(async () => {
      await stateRestored;
      this.add();
    });
  }
  add() {
    this.total += 1;
    chrome.storage.session.set({ total: this.total });
    if (this.total > this.limit) console.log('many');
  }
}
const counter = new Counter();
counter.start();
const stateRestored = chrome.storage.session.get({ total: counter.total }).then((saved) => {
  counter.total = saved.total;
}).catch(console.error);
