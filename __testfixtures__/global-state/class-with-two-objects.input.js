class Counter {
  constructor() { this.count = 0; }
  bump() { this.count++; }
}
const opened = new Counter();
const closed = new Counter();
chrome.tabs.onCreated.addListener(() => opened.bump());
chrome.tabs.onRemoved.addListener(() => closed.bump());
chrome.action.onClicked.addListener(() => console.log(opened.count, closed.count));
