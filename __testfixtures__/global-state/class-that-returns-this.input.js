class Counter {
  constructor() { this.count = 0; }
  bump() {
    this.count++;
    return this;
  }
}
const counter = new Counter();
chrome.tabs.onCreated.addListener(() => console.log(counter.bump().count));
