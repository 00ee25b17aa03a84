class Badge {
  constructor(counter) { this.counter = counter; }
  show() {
    this.counter.count++;
    chrome.action.setBadgeText({ text: String(this.counter.count) });
  }
}
class Counter {
  constructor() {
    this.count = 0;
    this.badge = new Badge(this);
    chrome.tabs.onCreated.addListener(() => {
      this.count++;
      this.badge.show();
    });
  }
}
const counter = new Counter();
chrome.action.onClicked.addListener(() => console.log(counter.count));
