class Counter {
  constructor() { this.count = 0; }
  bump() { this.count++; return this.count; }
}
const counters = [new Counter()];
chrome.tabs.onCreated.addListener(() => console.log(counters[0].bump()));
