class Counter {
  constructor() {
    this.count = 0;
  }

  add() {
    this.count++;
    chrome.storage.session.set({ count: this.count });
    return this.count;
  }
}

const counter = new Counter();
const stateRestored = chrome.storage.session.get({ count: counter.count }).then((saved) => {
  counter.count = saved.count;
}).catch(console.error);
window.tabCounter = counter;
