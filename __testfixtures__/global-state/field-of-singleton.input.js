class Counter {
  constructor() {
    this.total = 0;
    this.limit = 10;
  }
  start() {
    chrome.tabs.onCreated.addListener(() => this.add());
  }
  add() {
    this.total += 1;
    if (this.total > this.limit) console.log('many');
  }
}
new Counter().start();
