class Counter {
  constructor() { this.count = 0; }
  bump() { this.count++; }
}
function make(Kind) { return new Kind(); }
const counter = new Counter();
const other = make(Counter);
chrome.tabs.onCreated.addListener(() => counter.bump());
chrome.action.onClicked.addListener(() => console.log(counter.count, other));
