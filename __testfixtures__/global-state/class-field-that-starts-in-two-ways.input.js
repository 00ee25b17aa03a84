class Counter {
  constructor() {
    this.count = 0;
    if (navigator.onLine) this.count = 1;
    chrome.tabs.onCreated.addListener(() => { this.count++; });
    chrome.action.onClicked.addListener(() => console.log(this.count));
  }
}
const counter = new Counter();
