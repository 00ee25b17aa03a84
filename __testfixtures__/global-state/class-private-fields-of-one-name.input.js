class Tabs {
  #count = 0;
  constructor() {
    chrome.tabs.onCreated.addListener(() => {
      this.#count++;
      console.log(this.#count);
    });
  }
}
class Windows {
  #count = 0;
  restoreState() {
    this.restored = true;
  }
  start() {
    this.restoreState();
    chrome.windows.onCreated.addListener(() => {
      this.#count++;
      console.log(this.#count);
    });
  }
}
new Tabs();
new Windows().start();
