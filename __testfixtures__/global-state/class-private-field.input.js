class Counter {
  #count = 0;
  constructor() {
    chrome.tabs.onCreated.addListener(() => { this.#count++; });
    chrome.action.onClicked.addListener(() => console.log(this.#count));
  }
}
const counter = new Counter();
